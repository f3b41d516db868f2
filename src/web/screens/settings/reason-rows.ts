import type { ReasonInSettings, WishedReason } from '../../../ats/model/reason.ts'

/** A reason while it is being edited; `key` stays while its words change. */
export interface ListedReason extends WishedReason {
  readonly key: string
}

/** A saved reason, its parts always in one order so that two lists can be told apart. */
export const listed = ({ code, says, side, templateKey, retired }: ReasonInSettings): ListedReason => ({
  key: code,
  code,
  says,
  side,
  templateKey,
  retired,
})

/** The digit that chooses it where a no is said, as `useReasons` orders them; past nine there is none. */
export const digitOf = (all: readonly ListedReason[], reason: ListedReason): number | undefined => {
  const offered = (['us', 'neither'] as const).flatMap((side) =>
    all.filter((one) => one.side === side && !one.retired && one.code !== 'transferred'),
  )
  const at = offered.indexOf(reason)
  return at >= 0 && at < 9 ? at + 1 : undefined
}
