import { describe, expect, it } from 'vitest'
import {
  candidatesSearch,
  filtersOf,
  questionOf,
  savedSearchOf,
  searchOfView,
  toggledValue,
} from '../../src/web/screens/candidates/candidates-search.ts'
import { addedUp } from '../../src/web/screens/candidates/use-chosen.ts'
import { laterChoices } from '../../src/web/screens/compose/later-choices.ts'
import { mergedPreview } from '../../src/web/screens/duplicates/merged-preview.ts'
import { halfAt } from '../../src/web/screens/person/halves.ts'
import { mentionAt, mentionedIn, withMention } from '../../src/web/screens/person/mentions.ts'

describe('what the address of the list says', () => {
  it('drops what cannot be read and keeps the rest', () => {
    const search = candidatesSearch.parse({
      q: 'rust',
      relationship: ['nonsense'],
      owner: 'me',
      open: 'x',
      sort: 'name',
    })
    expect(questionOf(search)).toEqual({ words: 'rust', filters: {}, sort: 'name' })
  })
  it('asks for the best first where words stand, for the newest otherwise', () => {
    expect([questionOf({ q: ' rust ' }).sort, questionOf({}).sort]).toEqual(['relevance', 'recent'])
  })
  it('takes an emptied filter out of the address', () => {
    const one = { ...toggledValue({}, 'country', 'PL') }
    expect(one).toEqual({ country: ['PL'] })
    expect(filtersOf({ ...one, ...toggledValue(one, 'country', 'PL') })).toEqual({})
  })
  it('saves the question of a view, not whom one had open, and reads a broken view as everyone', () => {
    const saved = savedSearchOf({ q: 'rust', open: '0192a000-0000-7000-8000-000000000001' })
    expect(searchOfView(saved)).toMatchObject({ q: 'rust' })
    expect(saved).not.toContain('open')
    expect(filtersOf(searchOfView('{'))).toEqual({})
  })
})

describe('what is true of the chosen together', () => {
  it('adds parts up, of tags and owners by who they are', () => {
    const part = (people: number, tags: number) => ({
      people,
      inProcess: 1,
      doNotContact: 0,
      withoutMail: 2,
      tags: [{ id: 't', name: 'Rust', people: tags }],
      owners: [{ id: null, name: null, people }],
    })
    expect(addedUp(part(200, 3), part(50, 4))).toMatchObject({
      people: 250,
      inProcess: 2,
      withoutMail: 4,
      tags: [{ name: 'Rust', people: 7 }],
      owners: [{ people: 250 }],
    })
  })
})

describe('the half of the thread', () => {
  const applied = { appliedAt: '2026-03-01T09:00:00.000Z', closedAt: '2026-04-01T09:00:00.000Z' }
  it.each([
    ['before the application', '2026-02-01T09:00:00.000Z', 'crm'],
    ['in the same moment, under the knot', applied.appliedAt, 'crm'],
    ['while it runs', '2026-03-15T09:00:00.000Z', 'ats'],
    ['when it is closed', applied.closedAt, 'ats'],
    ['after "not now"', '2026-05-01T09:00:00.000Z', 'crm'],
  ])('%s', (_, at, half) => {
    expect(halfAt(at, [applied])).toBe(half)
  })
  it('stays cool while nothing has ended it', () => {
    expect(halfAt('2030-01-01T00:00:00.000Z', [{ ...applied, closedAt: null }])).toBe('ats')
  })
})

describe('a mention', () => {
  const users = [{ id: '1', name: 'Tomás Echeverría' }]
  it.each([
    ['Ask @To', 'To'],
    ['@', ''],
    ['maren@northwind', undefined],
    ['Ask @Tomás Echeverría about', undefined],
  ])('in “%s” is %s', (text, begun) => {
    expect(mentionAt(text, text.length)).toBe(begun)
  })
  it('puts the whole name in, keeps what follows, and is told by it', () => {
    const { text, caret } = withMention('Ask @To please', 7, 'Tomás Echeverría')
    expect(text).toBe('Ask @Tomás Echeverría  please')
    expect(text.slice(0, caret)).toBe('Ask @Tomás Echeverría ')
    expect(mentionedIn(text, users)).toEqual(['1'])
  })
})

describe('what a merge will make', () => {
  const nobody = {
    headline: null,
    title: null,
    company: null,
    location: null,
    goesBy: null,
    owner: null,
    doNotContactAt: null,
    contactPoints: [],
    tags: [],
    applications: [],
    files: [],
  }
  const mail = (value: string) => ({ kind: 'email', value, normalised: value })
  it('keeps the survivor’s value, fills what it lacks, joins lists and holds do-not-contact for both', () => {
    const lines = mergedPreview({ ...nobody, title: 'Engineer', contactPoints: [mail('a@x.example')] }, [
      {
        ...nobody,
        title: 'Lead',
        company: 'Haulio',
        doNotContactAt: '2026-01-01',
        contactPoints: [mail('A@x.example'), mail('b@x.example')],
      },
    ])
    expect(lines).toEqual([
      { label: 'Title', stays: ['Engineer'], comes: [], goes: ['Lead'] },
      { label: 'Company', stays: [], comes: ['Haulio'], goes: [] },
      { label: 'Mails', stays: ['a@x.example'], comes: ['b@x.example'], goes: [] },
      { label: 'Contact', stays: [], comes: ['Do not contact'], goes: [] },
    ])
  })
})

describe('later', () => {
  it('names Monday only where it is not tomorrow', () => {
    const names = (day: string) => laterChoices(new Date(day)).map(({ says }) => says)
    expect(names('2026-11-22T12:00:00')).toEqual(['In two hours', 'Tomorrow morning'])
    expect(names('2026-11-20T12:00:00')).toContain('Monday morning')
  })
})
