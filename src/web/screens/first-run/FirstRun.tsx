import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { authState } from '../../api/auth.ts'
import { usePageTitle } from '../../frame/use-page-title.ts'
import { BeforeFrame } from '../sign-in/BeforeFrame.tsx'
import { EnrolSecondFactor } from '../sign-in/EnrolSecondFactor.tsx'
import { enter } from '../sign-in/use-auth.ts'
import { ExploreDemo } from './ExploreDemo.tsx'
import styles from './first-run.module.css'
import { SetUpMine } from './SetUpMine.tsx'

/** The first page of an empty installation: look around first, or set up one's own. */
export const FirstRun = () => {
  usePageTitle('Welcome')
  const [token] = useState(() => new URLSearchParams(location.search).get('token') ?? '')
  const [enrolThen, setEnrolThen] = useState<string>()
  const [isSetUp, setIsSetUp] = useState(false)
  useEffect(() => {
    // The token is no longer needed in the address, where the history would keep it.
    history.replaceState(history.state, '', location.pathname)
    void authState().then((state) => setIsSetUp(state.isSetUp))
  }, [])
  if (enrolThen) return <EnrolSecondFactor done={() => enter(enrolThen)} />
  return (
    <BeforeFrame>
      <main className={styles.middle}>
        <h1>{isSetUp ? 'Somebody is here already' : 'Nobody is here yet'}</h1>
        <p className={styles.lead}>
          Throughline keeps one record for each person, from the first hello to the first day. Amber is before
          they apply, blue is from then on.
        </p>
        <ol className={styles.way}>
          {way.map(({ name, says, half, filled }) => (
            <li key={name} data-half={half} data-filled={filled || undefined}>
              <i />
              {name}
              <small>{says}</small>
            </li>
          ))}
        </ol>
        {token === '' ? (
          <p className={styles.lead} role="alert">
            {isSetUp ? (
              <>
                This installation is set up. <Link to={'/sign-in' as never}>Sign in</Link>
              </>
            ) : (
              'To begin, open the address that was printed in the terminal when Throughline started.'
            )}
          </p>
        ) : (
          <div className={styles.pick}>
            <ExploreDemo token={token} />
            <SetUpMine token={token} enrol={setEnrolThen} />
          </div>
        )}
      </main>
      <footer className={styles.end}>
        <span>Database ready</span>
        <span>Without a mail server, mail lands in a mailbox page here</span>
        <span>Open source; your records stay on your machine</span>
      </footer>
    </BeforeFrame>
  )
}

const way = [
  { name: 'First hello', says: 'met, referred, found', half: 'crm' },
  { name: 'Pool', says: 'kept warm', half: 'crm' },
  { name: 'Asked to apply', says: 'for a job that fits', half: 'crm' },
  { name: 'Applied', says: 'same record goes on', half: 'ats', filled: true },
  { name: 'Interview', says: 'feedback, decision', half: 'ats' },
  { name: 'Offer', says: 'approved, signed', half: 'ats' },
  { name: 'Hired', says: 'first day planned', half: 'hired', filled: true },
]
