import { Link, useSearch } from '@tanstack/react-router'
import { Chip } from '../../../design/parts/Chip.tsx'
import { HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk } from '../../api/use-ask.ts'
import type { SettingsSearch } from './settings-search.ts'
import { TemplateEditor } from './TemplateEditor.tsx'

/** Every mail template in each of its languages; a changed one can go back to the product's own words. */
export const Templates = () => {
  const { open } = useSearch({ strict: false }) as SettingsSearch
  const { data } = useAsk('messaging.templates', {})
  if (!data) return <RowSkeletons />
  const chosen = data.templates.find((one) => `${one.key}.${one.language}` === open)
  return (
    <>
      {chosen && <TemplateEditor key={open} template={chosen} fields={data.fields} />}
      <section>
        <SectionHead
          title="Templates"
          count={data.templates.length}
          says="Each person gets their own language where there is one"
        />
        <HairlineList label="Templates">
          {data.templates.map((one) => (
            <Row
              key={`${one.key}.${one.language}`}
              current={one === chosen}
              title={
                <Link
                  to="/settings"
                  search={{ part: 'templates', open: `${one.key}.${one.language}` } as never}
                  className="said-link"
                >
                  {one.name}
                </Link>
              }
              under={one.subject}
              end={<Chip>{one.language}</Chip>}
            >
              {!one.isDefault && <Chip>Changed</Chip>}
            </Row>
          ))}
        </HairlineList>
      </section>
    </>
  )
}
