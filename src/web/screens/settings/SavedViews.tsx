import { Button } from '@mantine/core'
import { Chip } from '../../../design/parts/Chip.tsx'
import { HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { EmptyState, Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import { useMe } from '../../frame/me.ts'

/** One's own saved views and those that colleagues share. */
export const SavedViews = () => {
  const me = useMe()
  const views = useAsk('accounts.savedViews', {}).data
  const drop = useCall('accounts.deleteViews', { freshens: ['accounts.savedViews'] })
  if (views?.length === 0)
    return (
      <EmptyState
        title="No saved views yet"
        teaches="Filter a list such as Candidates and save it under a name: it then stands here and over the list."
      />
    )
  return (
    <section>
      <SectionHead title="Saved views" count={views?.length ?? 0} />
      <HairlineList label="Saved views">
        {views?.map((view) => (
          <Row
            key={view.id}
            title={
              <a
                href={`/app/${view.screen}${view.search.startsWith('?') ? view.search : `?${view.search}`}`}
                className="said-link"
              >
                {view.name}
              </a>
            }
            under={view.ownerId === me?.user.id ? 'Yours' : `Shared by ${view.ownerName}`}
            end={
              view.ownerId === me?.user.id && (
                <Button data-destructive onClick={() => void drop.run({ ids: [view.id] })}>
                  Delete
                </Button>
              )
            }
          >
            {view.shared && <Chip>Shared</Chip>}
          </Row>
        ))}
      </HairlineList>
      {drop.refusal && <Refused>{drop.refusal.says}</Refused>}
    </section>
  )
}
