import { Button, TextInput } from '@mantine/core'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import { RowTools } from './RowTools.tsx'
import { Section } from './Section.tsx'
import styles from './setup.module.css'
import { changedAt, without } from './use-draft.ts'
import type { Content } from './use-posting.ts'

type Place = Content['locations'][number]

/** Where the work is done: each place brings its law along. */
export const Places = ({
  places,
  onChange,
}: {
  readonly places: readonly Place[]
  readonly onChange: (places: Place[]) => void
}) => (
  <Section
    id="places"
    title="Places"
    says="the law of each is read against the text"
    add={
      <Button
        variant="subtle"
        leftSection={<IconPlus />}
        onClick={() => onChange([...places, { country: places[0]?.country ?? 'NL' }])}
      >
        Place
      </Button>
    }
  >
    {places.map((place, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a place has no other name than its line.
      <div key={at} className={styles.where}>
        <TextInput
          label="Town"
          value={place.city ?? ''}
          onChange={(event) =>
            onChange(changedAt(places, at, { city: event.currentTarget.value || undefined } as never))
          }
        />
        <TextInput
          label="Country"
          value={place.country}
          maxLength={2}
          onChange={(event) =>
            onChange(changedAt(places, at, { country: event.currentTarget.value.toUpperCase() }))
          }
        />
        <TextInput
          label="State, in the US"
          value={place.region ?? ''}
          onChange={(event) =>
            onChange(changedAt(places, at, { region: event.currentTarget.value || undefined } as never))
          }
        />
        <RowTools
          name={place.city ?? place.country}
          onRemove={places.length > 1 ? () => onChange(without(places, at)) : undefined}
        />
      </div>
    ))}
  </Section>
)
