import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CountryChoice, ZoneChoice } from '../../../design/parts/PlaceChoices.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { passwordRule } from '../sign-in/Links.tsx'
import { enter, useAuth } from '../sign-in/use-auth.ts'
import styles from './first-run.module.css'

const beginnings = [
  { to: '/app/jobs?new=true', name: 'One job', says: 'post it, read applications, hire' },
  { to: '/app/import', name: 'People we have', says: 'from a CSV or Excel file' },
  { to: '/app/', name: 'Nothing yet', says: 'look around in the empty rooms' },
]

/** One's own organisation: its name, the first administrator, the first office. */
export const SetUpMine = ({
  token,
  enrol,
}: {
  readonly token: string
  readonly enrol: (to: string) => void
}) => {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [begin, setBegin] = useState(beginnings[0]!.to)
  const [filled, setFilled] = useState({
    organisation: '',
    name: '',
    mail: '',
    password: '',
    city: '',
    country: '',
    zone: here,
  })
  const field = (key: keyof typeof filled) => ({
    value: filled[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setFilled((before) => ({ ...before, [key]: value }))
    },
  })
  const choose = (key: keyof typeof filled) => ({
    value: filled[key],
    onChange: (value: string) => setFilled((before) => ({ ...before, [key]: value })),
  })
  const { refusal, running, send } = useAuth((started) => {
    if (started.stage === 'enrolment') enrol(begin)
    else enter(begin)
  })
  return (
    <section aria-label="Set up">
      <h2>Set up mine</h2>
      <p>You become the first administrator. All of it can be changed later.</p>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          void send('first-run', {
            token,
            organisation: { name: filled.organisation },
            admin: { name: filled.name, mail: filled.mail, password: filled.password },
            office: { name: filled.city, city: filled.city, country: filled.country, timeZone: filled.zone },
          })
        }}
      >
        <TextInput label="Organisation" required {...field('organisation')} />
        <div className={styles.pair}>
          <TextInput label="Your name, as you write it" autoComplete="name" required {...field('name')} />
          <TextInput label="Your mail" type="email" autoComplete="email" required {...field('mail')} />
        </div>
        <PasswordInput
          label="Password"
          description={passwordRule}
          autoComplete="new-password"
          required
          {...field('password')}
        />
        <div className={styles.pair}>
          <TextInput label="Office in" placeholder="Town" required {...field('city')} />
          <CountryChoice label="Country" required {...choose('country')} />
        </div>
        <ZoneChoice label="Its time zone" required {...choose('zone')} />
        <fieldset className={styles.options}>
          <legend>Begin with</legend>
          {beginnings.map(({ to, name, says }) => (
            <label key={to} className={styles.option}>
              <input type="radio" name="begin" checked={begin === to} onChange={() => setBegin(to)} />
              {name}
              <span>{says}</span>
            </label>
          ))}
        </fieldset>
        {refusal && <Refused>{refusal}</Refused>}
        <div className={styles.acts}>
          <Button type="submit" variant="filled" loading={running}>
            Set up {filled.organisation || 'mine'}
          </Button>
          <span>About 4 minutes</span>
        </div>
      </form>
    </section>
  )
}
