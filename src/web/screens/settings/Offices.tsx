import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { CountryChoice, ZoneChoice } from '../../../design/parts/PlaceChoices.tsx'
import { FormFields, HairlineList, Row, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import styles from './settings.module.css'

const empty = { name: '', city: '', country: '', timeZone: '', legalEntity: '' }
type Written = typeof empty & { readonly id?: string }

/** The offices and the legal entities behind them; jobs stand at an office. */
export const Offices = () => {
  const offices = useAsk('accounts.offices', {}).data ?? []
  const [written, setWritten] = useState<Written>()
  const save = useCall('accounts.saveOffices', {
    freshens: ['accounts.offices'],
    done: (answer) => answer.ok && setWritten(undefined),
  })
  const close = useCall('accounts.closeOffices', { freshens: ['accounts.offices'] })
  return (
    <section>
      <SectionHead title="Offices" count={offices.length}>
        <Button onClick={() => setWritten(empty)}>Add an office</Button>
      </SectionHead>
      <HairlineList label="Offices">
        {offices.map((one) => (
          <Row
            key={one.id}
            title={one.name}
            under={[one.legalEntity, one.city, one.country, one.timeZone].filter(Boolean).join(', ')}
            end={
              one.closedAt === null && (
                <>
                  <Button
                    aria-label={`Change ${one.name}`}
                    onClick={() =>
                      setWritten({ ...one, city: one.city ?? '', legalEntity: one.legalEntity ?? '' })
                    }
                  >
                    Change
                  </Button>
                  <Button
                    data-destructive
                    aria-label={`Close ${one.name}`}
                    onClick={() => void close.run({ ids: [one.id] })}
                  >
                    Close
                  </Button>
                </>
              )
            }
          >
            {one.closedAt !== null && <Chip>Closed</Chip>}
          </Row>
        ))}
      </HairlineList>
      {close.refusal && <Refused>{close.refusal.says}</Refused>}
      {written && (
        <form
          className={styles.opened}
          onSubmit={(event) => {
            event.preventDefault()
            const { id, name, city, country, timeZone, legalEntity } = written
            void save.run({
              offices: [
                {
                  ...(id ? { id } : {}),
                  name,
                  country,
                  timeZone,
                  city: city || null,
                  legalEntity: legalEntity || null,
                },
              ],
            })
          }}
        >
          <FormFields columns={2}>
            {officeFields.map(([key, label]) => (
              <TextInput
                key={key}
                label={label}
                value={written[key]}
                onChange={(event) => setWritten({ ...written, [key]: event.currentTarget.value })}
              />
            ))}
            <CountryChoice
              label="Country"
              value={written.country}
              onChange={(country) => setWritten({ ...written, country })}
            />
            <ZoneChoice
              label="Time zone"
              value={written.timeZone}
              onChange={(timeZone) => setWritten({ ...written, timeZone })}
            />
          </FormFields>
          {save.refusal && <Refused>{save.refusal.says}</Refused>}
          <div className={styles.acts}>
            <Button type="submit" loading={save.running}>
              Save office
            </Button>
            <Button variant="subtle" onClick={() => setWritten(undefined)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

const officeFields = [
  ['name', 'Name'],
  ['legalEntity', 'Legal entity'],
  ['city', 'City'],
] as const
