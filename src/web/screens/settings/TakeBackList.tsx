import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'

/** What was given and can be taken back: invitations, tokens. */
export const TakeBackList = ({
  title,
  says,
  given,
  onTakeBack,
  refusal,
  children,
}: {
  readonly title: string
  readonly says: string
  readonly given: readonly {
    readonly id: string
    readonly name: string
    readonly under: ReactNode
    readonly acts?: ReactNode
  }[]
  readonly onTakeBack: (id: string) => void
  readonly refusal?: { readonly says: string } | undefined
  readonly children?: ReactNode
}) => (
  <section>
    <SectionHead title={title} count={given.length} says={says} />
    {given.length > 0 && (
      <HairlineList label={title}>
        {given.map((one) => (
          <Row
            key={one.id}
            title={one.name}
            under={one.under}
            end={
              <>
                {one.acts}
                <Button
                  data-destructive
                  aria-label={`Take back: ${one.name}`}
                  onClick={() => onTakeBack(one.id)}
                >
                  Take back
                </Button>
              </>
            }
          />
        ))}
      </HairlineList>
    )}
    {refusal && <Refused>{refusal.says}</Refused>}
    {children}
  </section>
)
