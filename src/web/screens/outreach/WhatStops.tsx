import { SectionHead } from '../../../design/parts/Rows.tsx'
import styles from './outreach.module.css'

const stops = [
  ['Any answer', 'ends it, and stands in the Inbox'],
  ['Applies, or is put into process', 'ends it; from then on only the process writes'],
  ['Unsubscribes, or asks to be left alone', 'ends it, and nothing like it goes to them again'],
  ['A mail comes back for good', 'ends it'],
  ['Out of office', 'changes nothing'],
] as const

/** The rules that end a sequence for a person; nobody can set them aside. */
export const WhatStops = () => (
  <section className={styles.stops}>
    <SectionHead title="What ends it for a person" says="always on" />
    <dl>
      {stops.map(([what, then]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{then}</dd>
        </div>
      ))}
    </dl>
  </section>
)
