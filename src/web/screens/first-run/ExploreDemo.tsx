import { Button } from '@mantine/core'
import { useState } from 'react'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { demoSeats as seats } from '../../frame/demo-seats.ts'
import { enter, useAuth } from '../sign-in/use-auth.ts'
import styles from './first-run.module.css'

/** Look around in an invented company, from any seat. */
export const ExploreDemo = ({ token }: { readonly token: string }) => {
  const [seat, setSeat] = useState('maren')
  const { refusal, running, send } = useAuth(() => enter())
  return (
    <section aria-label="Explore">
      <h2>Look around first</h2>
      <p>
        Northwind Robotics is an invented company with about 600 people and nine jobs. Choose a seat; change
        it at any time.
      </p>
      <fieldset className={styles.seats} aria-label="Seat">
        {seats.map(({ id, name, role, says }) => (
          <label key={id} className={styles.seat}>
            <input type="radio" name="seat" value={id} checked={seat === id} onChange={() => setSeat(id)} />
            <Face id={id} name={name} />
            <b>
              <Name>{name}</Name>
            </b>
            <span>{role}</span>
            <span>{says}</span>
          </label>
        ))}
      </fieldset>
      {refusal && <Refused>{refusal}</Refused>}
      <div className={styles.acts}>
        <Button loading={running} onClick={() => void send('demo', { token, seat })}>
          Explore the demo
        </Button>
        <span>{running ? 'About 600 people are moving in…' : 'Sends no mail. Left in one act.'}</span>
      </div>
    </section>
  )
}
