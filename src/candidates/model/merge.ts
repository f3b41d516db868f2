import type { Instant } from '../../kernel/model/time.ts'
import type { Origin, Provenance } from './candidate.ts'

/** One value of a record with where it came from; values are moved and demoted by a merge, never changed or lost. */
export interface HeldValue {
  id: string
  field: string
  /** What makes two values equal for the reader: a normalised e-mail, a folded name. */
  key: string
  /** The one that is shown or written to among several of a field. */
  primary: boolean
  provenance: Provenance
  /** The application, thread or import row with which it came; what came together leaves together. */
  with?: string
}

export interface HeldRecord {
  id: string
  knownSince: Instant
  values: readonly HeldValue[]
}

/** What a merge shows before it is done and keeps so that it can be undone: a link, not a copy. */
export interface Merge {
  survivor: string
  absorbed: string
  choices: readonly Choice[]
  /** Values that were the survivor's; what is neither kept nor moved was added later. */
  kept: readonly string[]
  /** Values that were the absorbed record's. */
  moved: readonly string[]
  /** Values that were primary on their own record before, the losers among them too. */
  led: readonly string[]
}

/** Who wins a field in which both records have a primary value. */
export interface Choice {
  field: string
  winner: string
  loser: string
  because: 'same' | 'chosen' | 'said-by-the-person' | 'newer' | 'survivor'
}

/** The record under which the other is found after a merge: the older one, as more links point to it. */
export function survivorOf(a: HeldRecord, b: HeldRecord): HeldRecord {
  if (a.knownSince !== b.knownSince) return a.knownSince < b.knownSince ? a : b
  return a.id < b.id ? a : b
}

/** The plan of a merge; `chosen` holds values that the user wants to see win. */
export function planMerge(
  survivor: HeldRecord,
  absorbed: HeldRecord,
  chosen: ReadonlySet<string> = new Set(),
): Merge {
  const choices = primaries(survivor).flatMap((ours) =>
    primaries(absorbed)
      .filter((theirs) => theirs.field === ours.field)
      .map((theirs) => choose(ours, theirs, chosen)),
  )
  return {
    survivor: survivor.id,
    absorbed: absorbed.id,
    choices,
    kept: survivor.values.map((value) => value.id),
    moved: absorbed.values.map((value) => value.id),
    led: [...primaries(survivor), ...primaries(absorbed)].map((value) => value.id),
  }
}

/** The survivor as it stands after the merge: every value of both, one primary where each had one. */
export function merged(survivor: HeldRecord, absorbed: HeldRecord, merge: Merge): HeldRecord {
  const losers = new Set(merge.choices.map((choice) => choice.loser))
  const values = [...survivor.values, ...absorbed.values]
  return {
    ...survivor,
    values: values.map((value) => (losers.has(value.id) ? { ...value, primary: false } : value)),
  }
}

/** A value of the merged record that is in neither original, and to whom a split gives it. */
export interface Assignment {
  value: string
  to: 'survivor' | 'absorbed'
  because: 'chosen' | 'came-with' | 'same-value' | 'survivor'
}

/**
 * Undoes a merge on the record as it is now: moved values go home, those that led lead again, what was added since
 * goes where it came with or where the same value was, else stays; `chosen` overrides that by value id.
 */
export function split(
  record: HeldRecord,
  absorbedSince: Instant,
  merge: Merge,
  chosen: ReadonlyMap<string, Assignment['to']> = new Map(),
): { survivor: HeldRecord; absorbed: HeldRecord; assignments: Assignment[] } {
  const moved = new Set(merge.moved)
  const kept = new Set(merge.kept)
  const theirs = record.values.filter((value) => moved.has(value.id))
  const ours = record.values.filter((value) => kept.has(value.id))
  const added = record.values.filter((value) => !moved.has(value.id) && !kept.has(value.id))
  const assignments = added.map((value) => assign(value, ours, theirs, chosen))
  const leaving = new Set(assignments.filter(({ to }) => to === 'absorbed').map(({ value }) => value))
  const goes = (value: HeldValue) => moved.has(value.id) || leaving.has(value.id)
  return {
    survivor: {
      ...record,
      values: led(
        record.values.filter((value) => !goes(value)),
        merge,
      ),
    },
    absorbed: {
      id: merge.absorbed,
      knownSince: absorbedSince,
      values: led(record.values.filter(goes), merge),
    },
    assignments,
  }
}

function primaries(record: HeldRecord): HeldValue[] {
  return record.values.filter((value) => value.primary)
}

function choose(ours: HeldValue, theirs: HeldValue, chosen: ReadonlySet<string>): Choice {
  const field = ours.field
  const keep = (because: Choice['because']): Choice => ({ field, winner: ours.id, loser: theirs.id, because })
  const take = (because: Choice['because']): Choice => ({ field, winner: theirs.id, loser: ours.id, because })
  if (chosen.has(ours.id)) return keep('chosen')
  if (chosen.has(theirs.id)) return take('chosen')
  if (ours.key === theirs.key) return keep('same')
  const [weOwn, theyOwn] = [saidByThem(ours), saidByThem(theirs)]
  if (weOwn !== theyOwn) return weOwn ? keep('said-by-the-person') : take('said-by-the-person')
  if (ours.provenance.at !== theirs.provenance.at)
    return ours.provenance.at > theirs.provenance.at ? keep('newer') : take('newer')
  return keep('survivor')
}

// What a person tells about themselves beats what others wrote down or a machine read.
const ownWords: ReadonlySet<Origin> = new Set(['application', 'event', 'mail'])

function saidByThem(value: HeldValue): boolean {
  return ownWords.has(value.provenance.from)
}

function assign(
  value: HeldValue,
  ours: readonly HeldValue[],
  theirs: readonly HeldValue[],
  chosen: ReadonlyMap<string, Assignment['to']>,
): Assignment {
  const choice = chosen.get(value.id)
  if (choice !== undefined) return { value: value.id, to: choice, because: 'chosen' }
  const cameWith = (other: HeldValue) => value.with !== undefined && other.with === value.with
  const same = (other: HeldValue) => other.field === value.field && other.key === value.key
  for (const [fits, because] of [
    [cameWith, 'came-with'],
    [same, 'same-value'],
  ] as const) {
    const here = ours.some(fits)
    if (here !== theirs.some(fits)) return { value: value.id, to: here ? 'survivor' : 'absorbed', because }
  }
  return { value: value.id, to: 'survivor', because: 'survivor' }
}

// Who led before leads again, unless a later choice left another value of the field leading on this side.
function led(values: readonly HeldValue[], merge: Merge): HeldValue[] {
  const ledBefore = new Set(merge.led)
  const hasLeader = new Set(values.filter((value) => value.primary).map((value) => value.field))
  return values.map((value) =>
    ledBefore.has(value.id) && !hasLeader.has(value.field) ? { ...value, primary: true } : value,
  )
}
