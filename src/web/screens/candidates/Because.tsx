import { Fragment } from 'react'
import textStyles from '../../../design/parts/text.module.css'
import type { CandidateLine } from './use-candidate-list.ts'

const places: Readonly<Record<CandidateLine['why'][number]['where'], string>> = {
  name: 'Name',
  title: 'Title',
  company: 'Company',
  skill: 'Skills',
  place: 'Place',
  tag: 'Tag',
  contact: 'Contact',
  school: 'School',
  resume: 'Résumé',
}

/** Why a person was found: where, and the words around with those asked for marked. */
export const Because = ({ why }: { readonly why: CandidateLine['why'] }) => {
  // The reason that says most: one in running text, else the first.
  const best = why.find(({ where }) => where === 'resume') ?? why[0]
  if (!best) return null
  return (
    <>
      <div className={textStyles.label}>
        {[best, ...why.filter((one) => one !== best)].map(({ where }) => places[where]).join(' · ')}
      </div>
      <div className={textStyles.second}>
        {best.pieces.map((piece, at) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces stand in turn, their place is their name.
          at % 2 === 1 ? <mark key={at}>{piece}</mark> : <Fragment key={at}>{piece}</Fragment>,
        )}
      </div>
    </>
  )
}
