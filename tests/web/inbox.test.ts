import { expect, it } from 'vitest'
import { fieldWords } from '../../src/web/screens/compose/letters.ts'
import { inboxSearch } from '../../src/web/screens/inbox/inbox-search.ts'

it('opens on what waits for us, whatever an old address says', () =>
  expect(inboxSearch.parse({ show: 'starred', open: 'x', mine: 'yes' })).toEqual({
    show: 'us',
    mine: false,
    open: undefined,
    before: undefined,
  }))

it('says a field in words', () => expect(fieldWords('candidate.first_name')).toBe('candidate first name'))
