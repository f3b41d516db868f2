import type { WriteTx } from '../../kernel/transaction.ts'
import { searchDocument } from '../model/search-document.ts'
import { loadSearched, type SearchedRow, saveSearchDocuments } from './search-document.sql.ts'

/**
 * Makes search agree with the records, in the caller's transaction: two statements for any number.
 * `resumeTexts` replaces the text of the résumé where given. Changes of the record's time alone need only `touchCandidates`.
 */
export const refreshSearch = async (
  tx: WriteTx,
  candidateIds: readonly string[],
  resumeTexts: ReadonlyMap<string, string> = new Map(),
): Promise<void> => {
  const ids = [...new Set(candidateIds)]
  if (ids.length === 0) return
  const rows = await tx.rows(loadSearched(ids))
  await tx.change(
    saveSearchDocuments(
      rows.map((row) => {
        const resume = resumeTexts.get(row.id)?.replaceAll('\0', '')
        return {
          id: row.id,
          ...documentOf(row, [resume ?? row.resume ?? '', row.mergedResumes ?? ''].join('\n')),
          resume: resume ?? null,
        }
      }),
    ),
  )
}

const documentOf = (row: SearchedRow, resume: string) => {
  const facts = row.resumeFacts ?? []
  const of = (kind: string, ...keys: string[]) =>
    facts
      .filter((fact) => fact.kind === kind)
      .flatMap(({ content }) => keys.map((key) => content[key]))
      .filter((value): value is string => typeof value === 'string')
  const known = (...values: (string | null)[]) => values.filter((value) => value !== null)
  return searchDocument({
    names: known(row.name, row.goesBy),
    titles: [...known(row.title, row.headline), ...of('employment', 'title')],
    companies: [...known(row.company), ...of('employment', 'employer')],
    skills: [...of('skill', 'name'), ...of('language', 'name')],
    places: known(row.location),
    tags: row.tags ?? [],
    contacts: row.contacts ?? [],
    schools: of('education', 'school', 'degree', 'field'),
    resume,
  })
}
