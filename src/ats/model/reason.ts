import { ok, type Result, refuse } from '../../kernel/model/result.ts'

/** On whose side a reason lies: ours, the candidate's, nobody's. */
export type Side = 'us' | 'them' | 'neither'

export interface Reason {
  readonly code: string
  readonly says: string
  readonly side: Side
  /** The mail that goes with it unless another is chosen. */
  readonly templateKey: string | null
}

/** A reason as Settings shows it: out of use it stays, for the applications that ended with it. */
export interface ReasonInSettings extends Reason {
  readonly retired: boolean
}

/** The letters that suit a reason, by its side; the first is the usual one. */
export const lettersOf: Readonly<Record<Side, readonly (string | null)[]>> = {
  us: ['rejection-after-review', 'rejection-after-interview', 'position-closed'],
  them: ['withdrawal-confirmed'],
  neither: ['position-closed', null],
}

/** Reasons that the product gives by itself: they keep being in use, whatever they are called. */
export const reasonsOfProduct: readonly string[] = [
  'position-closed',
  'position-filled',
  'transferred',
  'duplicate',
  'withdrew-unsaid',
]

/** What Settings asks for: an existing reason by its code, or a new one without. */
export interface WishedReason extends Omit<ReasonInSettings, 'code'> {
  readonly code?: string | undefined
}

/**
 * The whole list as it shall be, in its order. Codes never go and never change sides: applications, reports and
 * facts know them. So a list that misses one was written on an older list.
 */
export const setReasons = (
  before: readonly ReasonInSettings[],
  wished: readonly WishedReason[],
): Result<{ reasons: readonly ReasonInSettings[]; added: readonly string[]; changed: readonly string[] }> => {
  const old = new Map(before.map((one) => [one.code, one]))
  const named = wished.flatMap((one) => one.code ?? [])
  if (
    named.length !== old.size ||
    new Set(named).size !== named.length ||
    named.some((code) => !old.has(code))
  )
    return refuse('changed-meanwhile', 'Somebody else changed the reasons meanwhile. Load the page again.')
  const twice = wished.find((one, at) => wished.findIndex((other) => sounds(other) === sounds(one)) < at)
  if (twice) return refuse('said-twice', `“${twice.says}” stands there twice.`)
  for (const one of wished) {
    const was = one.code === undefined ? undefined : old.get(one.code)
    if (was && was.side !== one.side)
      return refuse(
        'side-stays',
        `“${was.says}” stays on its side: applications ended with it. Add a new reason instead.`,
      )
    if (was && one.retired && reasonsOfProduct.includes(was.code))
      return refuse('in-use', `“${was.says}” stays in use: the product gives it by itself.`)
    // Only a changed letter is asked to suit: the product's own list came with exceptions.
    if (was?.templateKey !== one.templateKey && !lettersOf[one.side].includes(one.templateKey))
      return refuse('letter-does-not-suit', `Choose another letter for “${one.says}”.`)
  }
  if (!wished.some((one) => one.side === 'us' && !one.retired))
    return refuse('none-left', 'At least one reason of your own side must stay in use.')
  const codes = new Set(named)
  const reasons = wished.map((one) => {
    const code = one.code ?? newCode(one.says, codes)
    codes.add(code)
    return { ...one, code }
  })
  return ok({
    reasons,
    added: reasons.filter((one) => !old.has(one.code)).map((one) => one.code),
    changed: reasons
      .filter((one) => {
        const was = old.get(one.code)
        return (
          was && (was.says !== one.says || was.templateKey !== one.templateKey || was.retired !== one.retired)
        )
      })
      .map((one) => one.code),
  })
}

const sounds = (one: WishedReason): string => `${one.side} ${one.says.trim().toLocaleLowerCase()}`

/** A code that says what the reason said when it was added, and is free. */
const newCode = (says: string, taken: ReadonlySet<string>): string => {
  const slug =
    says
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-+|-+$/g, '') || 'reason'
  let code = slug
  for (let next = 2; taken.has(code); next += 1) code = `${slug}-${next}`
  return code
}
