import { Button, Menu, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { fieldsOf } from '../../../messaging/model/template.ts'
import type { OutputOf, Queries } from '../../api/client.ts'
import { useCall } from '../../api/use-ask.ts'
import { fieldWords } from '../compose/letters.ts'
import { useDraft } from '../job-setup/use-draft.ts'
import styles from './settings.module.css'
import { TemplatePreview } from './TemplatePreview.tsx'

type Template = OutputOf<Queries, 'messaging.templates'>['templates'][number]

/** Writes one template; what is merged in is marked beside it, and a field that does not exist is said at once. */
export const TemplateEditor = ({
  template,
  fields,
}: {
  readonly template: Template
  readonly fields: readonly string[]
}) => {
  const draft = useDraft({ subject: template.subject, body: template.body })
  const { subject, body } = draft.value
  const area = useRef<HTMLTextAreaElement>(null)
  const save = useCall('messaging.saveTemplate', { freshens: ['messaging.templates'] })
  const reset = useCall('messaging.resetTemplate', {
    freshens: ['messaging.templates'],
    done: (answer) => answer.ok && draft.drop(),
  })
  const { unknown } = fieldsOf(`${subject}\n${body}`)
  const insert = (field: string) => {
    const at = area.current?.selectionStart ?? body.length
    draft.change({ subject, body: `${body.slice(0, at)}{{ ${field} }}${body.slice(at)}` })
  }
  const { key, name, language, purpose } = template
  return (
    <section ref={intoView}>
      <SectionHead title={name} says={`${template.key}, ${language}`} />
      <div className={styles.editor}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save.run({ key, name, language, purpose, subject, body })
          }}
        >
          <TextInput
            label="Subject"
            value={subject}
            onChange={(event) => draft.change({ subject: event.currentTarget.value, body })}
          />
          <Textarea
            ref={area}
            label="Text"
            autosize
            minRows={8}
            value={body}
            onChange={(event) => draft.change({ subject, body: event.currentTarget.value })}
          />
          {unknown.length > 0 && (
            <Refused>There is no field {unknown.join(', ')}: every mail with it would be held back.</Refused>
          )}
          {(save.refusal ?? reset.refusal) && <Refused>{(save.refusal ?? reset.refusal)?.says}</Refused>}
          <div className={styles.acts}>
            <Button
              type="submit"
              variant="filled"
              loading={save.running}
              disabled={unknown.length > 0 || !draft.isChanged}
            >
              Save template
            </Button>
            <Menu position="bottom-start">
              <Menu.Target>
                <Button>Insert a field</Button>
              </Menu.Target>
              <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
                {fields.map((field) => (
                  <Menu.Item key={field} onClick={() => insert(field)}>
                    {fieldWords(field)}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            {!template.isDefault && (
              <Button onClick={() => void reset.run({ key, language })}>Back to the product’s words</Button>
            )}
          </div>
        </form>
        <TemplatePreview template={template} subject={subject} body={body} />
      </div>
    </section>
  )
}

/** Chosen far down the list, the editor stands above what is seen. */
const intoView = (editor: HTMLElement | null) => editor?.scrollIntoView({ block: 'nearest' })
