import { z } from 'zod'
import { see } from '../candidates/model/permissions.ts'
import { readNameBeginnings, readSearch } from '../candidates/model/search-query.ts'
import { ok } from '../kernel/model/result.ts'
import { defineQuery } from '../kernel/query.ts'
import { chosen } from './candidate-search.sql.ts'
import { findNewest } from './find-candidates.ts'
import { byAddressBeginning, jobsBeginning, loadPeople } from './search-people.sql.ts'

export const searchPeople = defineQuery({
  name: 'views.searchPeople',
  says: 'People and jobs for the palette, as one types: beginnings of names, addresses and titles, slips borne.',
  permission: see,
  input: z.object({ typed: z.string().max(200), limit: z.number().int().min(1).max(20).default(8) }),
  handle: async (tx, { typed, limit }) => {
    const text = typed.trim()
    if (text === '') return ok({ people: [], jobs: [] })
    const who = chosen(tx, {})
    const [people, jobs] = await Promise.all([peopleBy(), tx.rows(jobsBeginning(tx.actor, text, 5))])
    return ok({ people, jobs })

    async function peopleBy() {
      if (text.includes('@')) return tx.rows(byAddressBeginning(who, text.toLowerCase(), limit))
      const beginnings = readNameBeginnings(text)
      const ask = (query: string) =>
        findNewest(tx, who, { exact: query, wide: query, wanted: [], namesWithSlips: '' }, limit, undefined)
      const found = beginnings === '' ? [] : (await ask(beginnings)).ids
      const query = found.length < limit ? readSearch(text) : undefined
      const more = query?.namesWithSlips ? (await ask(query.namesWithSlips)).ids : []
      const byNumber = query?.exact.startsWith("'#") ? (await ask(query.exact)).ids : []
      return tx.rows(loadPeople([...new Set([...found, ...byNumber, ...more])].slice(0, limit)))
    }
  },
})
