import { describe, expect, it } from 'vitest'
import { agoText, dayText, shortText } from '../../src/design/dates.ts'
import { markedParts } from '../../src/design/found.ts'
import { initials, tintOf } from '../../src/design/initials.ts'
import { capsOf, chordOf, isTyping } from '../../src/design/keys/chord.ts'
import { movedCursor, toggled } from '../../src/design/parts/cursor.ts'
import { concerns } from '../../src/web/api/live.ts'
import { actsFor, scopeOf } from '../../src/web/frame/palette-acts.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a face', () => {
  it.each([
    ['Nguyễn Thị Thu Hà', 'NH'],
    ['Łukasz Wiśniewski', 'ŁW'],
    ['佐藤 美咲', '佐'],
    ['김도윤', '김'],
    ['ليلى حداد', 'لح'],
    ['Wulandari', 'W'],
    ['देविका नायर', 'दे'],
    ['  ', '?'],
  ])('shows %s as %s', (name, shown) => {
    expect(initials(name)).toBe(shown)
  })

  it('keeps its colour and uses all eight', () => {
    const tints = new Set(Array.from({ length: 200 }, (_, at) => tintOf(`person-${at}`)))
    expect([...tints].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(tintOf('person-7')).toBe(tintOf('person-7'))
  })
})

describe('a date', () => {
  const now = new Date('2026-11-22T20:00:00Z')
  const berlin = { locale: 'en-GB', zone: 'Europe/Berlin' }
  it('counts days of the reader’s calendar, not hours', () => {
    expect(agoText(new Date('2026-11-21T23:30:00Z'), now, berlin)).toBe('today')
    expect(agoText(new Date('2026-11-21T22:30:00Z'), now, berlin)).toBe('yesterday')
    expect(
      agoText(new Date('2026-11-21T23:30:00Z'), now, { locale: 'en-GB', zone: 'America/New_York' }),
    ).toBe('yesterday')
  })
  it('is as short as it can be without doubt', () => {
    expect(shortText(new Date('2026-11-22T13:02:00Z'), now, berlin)).toBe('14:02')
    expect(shortText(new Date('2026-11-21T15:40:00Z'), now, berlin)).toBe('Sat 16:40')
    expect(shortText(new Date('2026-10-08T09:00:00Z'), now, berlin)).toBe('8 Oct')
    expect(shortText(new Date('2025-11-20T09:00:00Z'), now, berlin)).toBe('20 Nov 2025')
    expect(dayText('2026-11-25', now, berlin)).toBe('Wed 25 Nov')
  })
})

describe('found words', () => {
  const marked = (text: string, ...words: string[]) =>
    markedParts(text, { words })
      .map((part) => (part.found ? `[${part.text}]` : part.text))
      .join('')
  it('are marked without regard to case and accents, at the start of words', () => {
    expect(marked('Résumé in Rust, not trust', 'resume', 'RUST')).toBe('[Résumé] in [Rust], not trust')
  })
  it('never overlap and lose nothing of the text', () => {
    expect(marked('point cloud', 'point', 'point cloud')).toBe('[point] cloud')
    expect(marked('plain', '')).toBe('plain')
  })
})

describe('keys', () => {
  it('are named the same on every keyboard', () => {
    expect(chordOf(press('K', { ctrlKey: true }), false)).toBe('mod+k')
    expect(chordOf(press('k', { metaKey: true }), true)).toBe('mod+k')
    expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?')
    expect(chordOf(press('X', { shiftKey: true }), false)).toBe('shift+x')
    expect(chordOf(press(' '), false)).toBe('Space')
  })
  it('belong to the field while somebody types', () => {
    const field = { tag: 'input', editable: true }
    expect(isTyping(press('j'), field)).toBe(true)
    expect(isTyping(press('k', { ctrlKey: true }), field)).toBe(false)
    expect(isTyping(press('Escape'), field)).toBe(false)
  })
  it('are printed as key caps', () => {
    expect(capsOf('mod+Enter', false)).toEqual(['Ctrl', '↵'])
    expect(capsOf('g c', true)).toEqual(['G', 'C'])
  })
})

describe('a list', () => {
  it('keeps its cursor inside', () => {
    expect(movedCursor('j', 4, 5, 10)).toBe(4)
    expect(movedCursor('k', -1, 5, 10)).toBe(0)
    expect(movedCursor('PageDown', 1, 50, 10)).toBe(11)
    expect(movedCursor('q', 1, 5, 10)).toBeUndefined()
    expect(movedCursor('j', 0, 0, 10)).toBeUndefined()
  })
  it('chooses one row, or all from the last one to here', () => {
    const keys = ['a', 'b', 'c', 'd']
    expect([...toggled(new Set(['a']), keys, 0)]).toEqual([])
    expect([...toggled(new Set(['d']), keys, 2, 0)].sort()).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('the palette', () => {
  const groups = [
    {
      title: 'Pages',
      acts: [
        { id: '1', label: 'Candidatées', run: () => undefined },
        { id: '2', label: 'Jobs', run: () => undefined },
      ],
    },
  ]
  it('answers to beginnings of words', () => {
    expect(actsFor(groups, 'candidatee')[0]?.acts.map((act) => act.id)).toEqual(['1'])
    expect(actsFor(groups, 'obs')).toEqual([])
  })
  it('narrows by the first sign', () => {
    expect(scopeOf('@ hà')).toEqual({ scope: 'people', words: 'hà' })
    expect(scopeOf('hà')).toEqual({ scope: 'all', words: 'hà' })
  })
})

describe('a live notice', () => {
  const notice = { marks: ['c1', 'a1'] }
  it('concerns lists and its own subjects, not somebody else’s page', () => {
    expect(concerns(notice, { words: 'rust' })).toBe(true)
    expect(concerns(notice, { candidateId: 'c1' })).toBe(true)
    expect(concerns(notice, { candidateId: 'c2' })).toBe(false)
    expect(concerns(notice, { candidateIds: ['c2', 'c1'] })).toBe(true)
  })
})
