import { VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { TurnMark } from '../../../design/parts/TurnMark.tsx'
import { useReader } from '../../../design/reader.ts'
import styles from './card.module.css'
import { daysSay, turnOf } from './card-words.ts'
import type { BoardStage, Card } from './use-pipeline.ts'

/** What stands on a card: who, how long here, how long without a word, whose turn. */
export const CardBody = ({
  card,
  owner,
  still,
}: {
  readonly card: Card
  /** Who has the people of its stage to move on. */
  readonly owner: BoardStage['owner'] | undefined
  readonly still?: boolean
}) => {
  const turn = turnOf(card, new Date(), useReader())
  return (
    <>
      <div className={styles.cardName}>
        <Face id={card.candidateId} name={card.name} size="s" />
        {still ? (
          <span className={styles.name}>
            <Name>{card.name}</Name>
          </span>
        ) : (
          <Link
            to="/candidates/$candidateId"
            params={{ candidateId: card.candidateId }}
            className={styles.name}
            draggable={false}
            title={card.name}
          >
            <Name>{card.name}</Name>
          </Link>
        )}
      </div>
      <div className={styles.cardTitle} title={card.title ?? undefined}>
        {card.title ?? 'No title on record'}
      </div>
      <div className={styles.cardDays}>
        <span>
          Here <b>{daysSay(card.daysInStage)}</b>
        </span>
        <span>
          Last word{' '}
          <b data-late={(card.overdue && card.daysSinceWord >= 5) || undefined}>
            {daysSay(card.daysSinceWord)}
          </b>
        </span>
      </div>
      <div className={styles.cardTurn} title={turn.says}>
        <TurnMark whose={turn.whose}>{turn.says}</TurnMark>
        {owner && (
          <span className={styles.owner} title={owner.name}>
            <Face {...owner} size="s" />
            <VisuallyHidden>Owner: {owner.name}</VisuallyHidden>
          </span>
        )}
      </div>
    </>
  )
}
