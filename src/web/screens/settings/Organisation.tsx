import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { LanguageChoice, ZoneChoice } from '../../../design/parts/PlaceChoices.tsx'
import { FormFields, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { type Me, useMe } from '../../frame/me.ts'
import { Offices } from './Offices.tsx'
import { SettingFields } from './SettingFields.tsx'
import styles from './settings.module.css'

/** What the organisation says about itself, its offices, its safety and its promises to applicants. */
export const Organisation = () => {
  const me = useMe()
  if (!me) return null
  return (
    <>
      <About ours={me.organisation} />
      <Offices />
      <section>
        <SectionHead title="Size" says="Decides which laws a posting is checked against" />
        <SettingFields begins="organisation." />
      </section>
      <section>
        <SectionHead title="Careers site" />
        <SettingFields begins="careers." />
      </section>
      <section>
        <SectionHead title="Signing in" />
        <SettingFields begins="security." />
      </section>
    </>
  )
}

const fields = [
  ['name', 'Name'],
  ['website', 'Website'],
  ['mailFrom', 'Mail comes from'],
  ['postalAddress', 'Postal address, under outreach mails'],
  ['brandColour', 'Colour of the public pages, such as #0f5b73'],
] as const

const About = ({ ours }: { readonly ours: Me['organisation'] }) => {
  type Key = (typeof fields)[number][0] | 'language' | 'timeZone'
  const [changed, setChanged] = useState<Partial<Record<Key, string>>>({})
  const choice = (key: Key) => ({
    value: changed[key] ?? ours[key] ?? '',
    onChange: (value: string) => setChanged({ ...changed, [key]: value }),
  })
  const save = useCall('accounts.changeOrganisation', {
    optimistic: (sent, put) =>
      put('accounts.me', (me) => ({
        ...me,
        organisation: { ...me.organisation, ...sent } as typeof me.organisation,
      })),
    freshens: ['accounts.me'],
    done: (answer) => answer.ok && setChanged({}),
  })
  const cleared = ['website', 'mailFrom', 'postalAddress']
  return (
    <section>
      <SectionHead title="Organisation" says="Stands on the careers site and in mails" />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save.run(
            Object.fromEntries(
              Object.entries(changed).map(([key, value]) => [
                key,
                value === '' && cleared.includes(key) ? null : value,
              ]),
            ),
          )
        }}
      >
        <FormFields columns={2}>
          {fields.map(([key, label]) => (
            <TextInput
              key={key}
              label={label}
              value={choice(key).value}
              onChange={(event) => choice(key).onChange(event.currentTarget.value)}
            />
          ))}
          <LanguageChoice label="Language" {...choice('language')} />
          <ZoneChoice label="Time zone" {...choice('timeZone')} />
        </FormFields>
        {save.refusal && <Refused>{save.refusal.says}</Refused>}
        <div className={styles.acts}>
          <Button type="submit" loading={save.running} disabled={Object.keys(changed).length === 0}>
            Save
          </Button>
        </div>
      </form>
    </section>
  )
}
