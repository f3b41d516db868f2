import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { LanguageChoice, ZoneChoice } from '../../../design/parts/PlaceChoices.tsx'
import { FormFields, SectionHead } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { type Me, useMe } from '../../frame/me.ts'
import { useAuth } from '../sign-in/use-auth.ts'
import { ApiTokens } from './ApiTokens.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { Sessions } from './Sessions.tsx'
import styles from './settings.module.css'
import { WorkingHours } from './WorkingHours.tsx'

/** What one may change about oneself: profile, working hours, password, second factor, where one is signed in, programs. */
export const Account = () => {
  const me = useMe()
  if (!me) return null
  return (
    <>
      <Profile me={me} />
      <WorkingHours />
      <Password />
      <SecondFactor me={me} />
      <Sessions />
      <ApiTokens me={me} />
    </>
  )
}

const Profile = ({ me }: { readonly me: Me }) => {
  const [profile, setProfile] = useState({
    name: me.user.name,
    title: me.user.title ?? '',
    language: me.user.language,
    timeZone: me.user.timeZone,
  })
  const [saved, setSaved] = useState(false)
  const save = useCall('accounts.changeProfile', {
    freshens: ['accounts.me'],
    done: (answer) => setSaved(answer.ok),
  })
  const choice = (key: keyof typeof profile) => ({
    value: profile[key],
    onChange: (value: string) => {
      setSaved(false)
      setProfile({ ...profile, [key]: value })
    },
  })
  const field = (key: keyof typeof profile, label: string) => {
    const { value, onChange } = choice(key)
    return <TextInput label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
  }
  return (
    <section>
      <SectionHead title="Profile" says={me.user.mail} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save.run({ ...profile, title: profile.title || null })
        }}
      >
        <FormFields columns={2}>
          {field('name', 'Name')}
          {field('title', 'Title')}
          <LanguageChoice label="Language" {...choice('language')} />
          <ZoneChoice label="Time zone" {...choice('timeZone')} />
        </FormFields>
        {save.refusal && <Refused>{save.refusal.says}</Refused>}
        <div className={styles.acts}>
          <Button type="submit" loading={save.running}>
            Save
          </Button>
          {saved && <span role="status">Saved</span>}
        </div>
      </form>
    </section>
  )
}

const Password = () => {
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [saved, setSaved] = useState(false)
  const { refusal, running, send } = useAuth(() => {
    setSaved(true)
    setCurrent('')
    setPassword('')
  })
  return (
    <section>
      <SectionHead title="Password" says="Your other sessions end when you change it" />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setSaved(false)
          void send('change-password', { current, password })
        }}
      >
        <FormFields columns={2}>
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label="New password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </FormFields>
        {refusal && <Refused>{refusal}</Refused>}
        <div className={styles.acts}>
          <Button type="submit" loading={running} disabled={!current || !password}>
            Change password
          </Button>
          {saved && <span role="status">Changed</span>}
        </div>
      </form>
    </section>
  )
}
