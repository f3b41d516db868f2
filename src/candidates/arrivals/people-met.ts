import type { ReadTx } from '../../kernel/transaction.ts'
import { loadMet } from '../contact/contact-point.sql.ts'
import { type Known, keyOf, type ReadyArrival } from '../model/arrival.ts'
import { traitsOf } from '../model/traits.ts'

/** Everyone whom the arrivals may be, from the database and, growing, from the list itself. */
export const peopleMet = async (
  tx: ReadTx,
  ready: readonly ReadyArrival[],
  knownIds: readonly string[] = [],
) => {
  const known = new Map<string, Known>()
  const byKey = new Map<string, Set<string>>()
  const join = (key: string, id: string) => byKey.set(key, (byKey.get(key) ?? new Set()).add(id))
  const put = (one: Known, weakKeys: readonly string[]) => {
    const before = known.get(one.id)
    known.set(
      one.id,
      before
        ? {
            ...before,
            traits: joined(before, one),
            normalised: new Set([...before.normalised, ...one.normalised]),
          }
        : one,
    )
    join(`name ${one.nameKey}`, one.id)
    for (const key of weakKeys) join(key, one.id)
  }
  const points = ready.flatMap((one) => one.points.filter((point) => !point.shared))
  const distinct = [...new Map(points.map(({ kind, weak }) => [`${kind} ${weak}`, { kind, weak }])).values()]
  const names = [...new Set(ready.map((one) => one.nameKey))].filter(Boolean)
  const rows = await tx.rows(loadMet(distinct, names, knownIds))
  for (const row of rows) {
    const of = (kind: string) =>
      row.contacts.filter((point) => point.kind === kind).map((point) => point.value)
    const e164 = row.contacts.filter(({ kind }) => kind === 'phone').map(({ normalised }) => normalised)
    const traits = traitsOf({
      names: [{ full: row.name, ...(row.goesBy ? { goesBy: row.goesBy } : {}) }],
      emails: of('email'),
      phones: e164,
      links: of('link'),
      ...(row.company ? { employers: [row.company] } : {}),
      ...(row.location ? { address: { place: row.location } } : {}),
    })
    const weak = [
      ...traits.emails.map((key) => `email ${key.weak}`),
      ...traits.phones.map((key) => `phone ${key.weak}`),
      ...traits.links.map((key) => `link ${key.weak}`),
    ]
    put({ id: row.id, nameKey: row.nameKey, traits, normalised: new Set(row.contacts.map(keyOf)) }, weak)
  }
  return {
    meet: (one: ReadyArrival): Known[] => {
      const ids = new Set<string>()
      const keys = one.points.filter((point) => !point.shared).map(({ kind, weak }) => `${kind} ${weak}`)
      for (const key of one.nameKey ? [...keys, `name ${one.nameKey}`] : keys)
        for (const id of byKey.get(key) ?? []) if (ids.size < mostMet) ids.add(id)
      return [...ids].map((id) => known.get(id)!)
    },
    holds: (id: string, key: string) => known.get(id)?.normalised.has(key) ?? false,
    holdsKind: (id: string, kind: string) =>
      [...(known.get(id)?.normalised ?? [])].some((key) => key.startsWith(`${kind} `)),
    add: (id: string, one: ReadyArrival) =>
      put(
        { id, nameKey: one.nameKey, traits: one.traits, normalised: new Set(one.points.map(keyOf)) },
        one.points.filter((point) => !point.shared).map(({ kind, weak }) => `${kind} ${weak}`),
      ),
  }
}

// A bound on the work for one arrival in a list full of the same name.
const mostMet = 50

const joined = (a: Known, b: Known): Known['traits'] => ({
  ...a.traits,
  names: [...a.traits.names, ...b.traits.names],
  emails: [...a.traits.emails, ...b.traits.emails],
  phones: [...a.traits.phones, ...b.traits.phones],
  links: [...a.traits.links, ...b.traits.links],
})
