import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { officeSaved, organisationSetUp } from '../model/facts.ts'
import { slugOf } from '../model/user.ts'
import { saveOffice } from './office.sql.ts'
import { insertOrganisation } from './organisation.sql.ts'

export interface NewOffice {
  readonly id?: string
  readonly name: string
  readonly legalEntity?: string | null
  readonly city?: string | null
  readonly region?: string | null
  readonly country: string
  readonly timeZone: string
}

/** Begins the organisation with its offices. Answers the offices' ids, or undefined where there is one already. */
export const makeOrganisation = async (
  tx: WriteTx,
  organisation: {
    readonly name: string
    readonly slug?: string
    readonly language?: string
    readonly timeZone: string
    readonly isDemo: boolean
    readonly offices: readonly NewOffice[]
  },
): Promise<readonly string[] | undefined> => {
  const { name, slug = slugOf(name), language = 'en', timeZone, isDemo } = organisation
  if ((await tx.change(insertOrganisation({ name, slug, language, timeZone, isDemo }, tx.now))) === 0)
    return undefined
  tx.record(organisationSetUp({}, { demo: isDemo }))
  const ids: string[] = []
  for (const office of organisation.offices) ids.push(await openOffice(tx, office))
  return ids
}

/** Adds or changes an office and records it. */
export const openOffice = async (tx: WriteTx, office: NewOffice): Promise<string> => {
  const id = office.id ?? newId()
  await tx.change(
    saveOffice({
      id,
      name: office.name,
      legalEntity: office.legalEntity ?? null,
      city: office.city ?? null,
      region: office.region ?? null,
      country: office.country,
      timeZone: office.timeZone,
    }),
  )
  tx.record(officeSaved({ subjectId: id }, { country: office.country }))
  return id
}
