import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs'
import { recommendationSays } from '../../../ats/model/scorecard.ts'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import type { Debriefed } from '../interviews/debriefed.ts'
import styles from './debrief.module.css'
import { type Cell, laidSideBySide } from './laid-side-by-side.ts'

/** The scorecards by criterion: who saw what, in whose words, and how far apart they are. */
export const ScorecardTable = ({ of }: { readonly of: Debriefed }) => {
  const rows = laidSideBySide(of)
  const yes = of.scorecards.filter(({ versions }) => versions[0]?.recommendation?.endsWith('yes')).length
  const no = of.scorecards.length - yes
  const interviewOf = (id: string) => of.interviews.find((one) => one.id === id)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={styles.sheet} tabIndex={0} aria-label="Scorecards side by side">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            {of.scorecards.map((card) => (
              <th key={card.scorecardId} scope="col">
                <span className={styles.who}>
                  <Face id={card.authorId} name={card.authorName} size="s" />
                  <Name>{card.authorName}</Name>
                </span>
                <small>
                  {interviewOf(card.interviewId)?.name}
                  {', '}
                  <DateText at={card.versions.at(-1)!.submittedAt} as="day" />
                </small>
                {card.couldRead && <small>Could read others’ before</small>}
              </th>
            ))}
            <th scope="col">Spread, 1 to 5</th>
          </tr>
        </thead>
        <tbody>
          <tr data-apart={(yes > 0 && no > 0) || undefined}>
            <th scope="row">
              Would you hire them?
              {!of.scorecards.some(({ couldRead }) => couldRead) && <small>Said before reading others</small>}
            </th>
            {of.scorecards.map(({ scorecardId, versions }) => (
              <td key={scorecardId}>
                <Verdict card={versions[0]!} was={versions.at(-1)!.recommendation} />
              </td>
            ))}
            <td>
              <b>
                {yes} yes, {no} no
              </b>
              {yes > 0 && no > 0 && <Apart says="Dissent" />}
            </td>
          </tr>
          {rows.map(({ id, says, cells, spread }) => {
            const isApart = spread !== undefined && spread.most - spread.least > 1
            return (
              <tr key={id} data-apart={isApart || undefined}>
                <th scope="row">{says}</th>
                {cells.map((cell) => (
                  <td key={cell.scorecardId}>
                    <Rated cell={cell} />
                  </td>
                ))}
                <td>
                  {spread ? (
                    <>
                      <b>
                        {spread.least === spread.most ? spread.most : `${spread.least} to ${spread.most}`}
                      </b>
                      <small>{spread.saw} saw it</small>
                      {isApart && <Apart says={`${spread.most - spread.least} points apart`} />}
                    </>
                  ) : (
                    <small>Nobody saw it</small>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

type Version = Debriefed['scorecards'][number]['versions'][number]

const Verdict = ({ card, was }: { readonly card: Version; readonly was: Version['recommendation'] }) => {
  if (!card.recommendation) return null
  const Sign = card.recommendation.endsWith('yes') ? IconCheck : IconMinus
  return (
    <>
      <span className={styles.verdict}>
        <Sign aria-hidden />
        {recommendationSays[card.recommendation]}
        {was && was !== card.recommendation && <small>was {recommendationSays[was].toLowerCase()}</small>}
      </span>
      {card.summary && <p>{card.summary}</p>}
    </>
  )
}

const Rated = ({ cell }: { readonly cell: Cell }) => {
  if (cell.rating === 'not-asked') return <small>Not in this interview</small>
  if (cell.rating === null)
    return (
      <>
        <small>Not seen{cell.was ? `, was ${cell.was}` : ''}</small>
        {cell.words && <p>{cell.words}</p>}
      </>
    )
  return (
    <>
      <span className={styles.rated}>
        <b>{cell.rating}</b>
        <span className={styles.dots} aria-hidden="true">
          {[1, 2, 3, 4, 5].map((dot) => (
            <i key={dot} data-filled={dot <= (cell.rating as number) || undefined} />
          ))}
        </span>
        {cell.was !== undefined && <small>was {cell.was ?? 'not seen'}</small>}
      </span>
      {cell.words && <p>{cell.words}</p>}
    </>
  )
}

const Apart = ({ says }: { readonly says: string }) => (
  <span className={styles.apart}>
    <IconAlertTriangle aria-hidden />
    {says}
  </span>
)
