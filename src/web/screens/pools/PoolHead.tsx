import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import { Chip } from '../../../design/parts/Chip.tsx'
import { Face, Name } from '../../../design/parts/Face.tsx'
import { useAsk } from '../../api/use-ask.ts'
import { CoverageText, Needs } from './Coverage.tsx'
import styles from './pools.module.css'
import type { PoolLine } from './StageBar.tsx'

/** What a pool is for, whose it is and who sees it. */
export const PoolHead = ({ pool }: { readonly pool: PoolLine }) => (
  <div className={styles.head}>
    {pool.archivedAt && <Chip>Archived</Chip>}
    {pool.description && <p>{pool.description}</p>}
    <span className={styles.owner}>
      <Face id={pool.ownerId} name={pool.ownerName} size="s" />
      <Name>{pool.ownerName}</Name>
    </span>
    {pool.access === 'private' ? <SeenBy pool={pool} /> : <span>Seen by the team</span>}
    <CoverageText pool={pool} />
    {pool.needs.length > 0 && <Needs pool={pool} />}
  </div>
)

const SeenBy = ({ pool }: { readonly pool: PoolLine }) => {
  const users = useAsk('accounts.users', {}, { staleTime: 300_000 }).data ?? []
  const names = pool.readers.flatMap((id) => users.find((user) => user.id === id)?.name ?? [])
  return (
    <span className={styles.private}>
      <IconLock aria-hidden />
      {names.length > 0 ? `Private, also seen by ${names.join(', ')}` : 'Private'}
    </span>
  )
}
