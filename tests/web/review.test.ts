import { describe, expect, it } from 'vitest'
import { type Criterion, countsOf, markedText } from '../../src/web/screens/review/resume-marks.ts'
import { nextOpen, type Sitting, withLost, withTaken } from '../../src/web/screens/review/use-review.ts'

const criterion = (id: string, words: string[], against: string[] = []): Criterion => ({
  id,
  says: id,
  must: true,
  words,
  against,
})

describe('the words of the criteria in a résumé', () => {
  it('are marked as whole words, without regard to case and accents, in the letters that stand there', () => {
    const text = 'Résumé: ROS 2, C++17 and Chief of C. Łódź.'
    const parts = markedText(text, [
      criterion('ros', ['ros 2']),
      criterion('c', ['C']),
      criterion('cv', ['resume']),
    ])
    expect(parts.filter((part) => part.criterion !== undefined).map((part) => part.text)).toEqual([
      'Résumé',
      'ROS 2',
      'C',
      'C',
    ])
    expect(parts.map((part) => part.text).join('')).toBe(text)
  })

  it('overlap nowhere: the earlier begins, then the longer wins', () => {
    const parts = markedText('current and position loops', [
      criterion('long', ['current and position loops']),
      criterion('short', ['position loops']),
    ])
    expect(parts).toEqual([{ text: 'current and position loops', criterion: 0, against: false }])
    expect(countsOf(parts, [criterion('long', []), criterion('short', [])])).toEqual([1, 0])
  })

  it('tell words against a criterion from words for it', () => {
    const parts = markedText('No work permit yet', [
      criterion('permit', ['residence permit'], ['no work permit']),
    ])
    expect(parts[0]).toEqual({ text: 'No work permit', criterion: 0, against: true })
  })
})

describe('a sitting at the review queue', () => {
  const item = (applicationId: string) => ({ applicationId }) as Sitting['items'][number]
  const sitting: Sitting = {
    items: [item('a'), item('b'), item('c')],
    at: 0,
    done: {},
    waiting: 3,
    withOthers: 0,
    secondsEach: null,
    until: null,
    isEmpty: false,
    lost: new Set(),
  }

  it('goes on to the next that is not decided, past the end when there is none', () => {
    expect(nextOpen({ ...sitting, done: { b: { says: 'Rejected' } } }, 0)).toBe(2)
    expect(nextOpen({ ...sitting, done: { b: { says: 'Held' }, c: { says: 'Held' } } }, 0)).toBe(3)
  })

  it('takes up only what it does not have, and ends when the server has nothing more', () => {
    const taken = (ids: string[]) =>
      ({
        ok: true,
        value: {
          items: ids.map(item),
          until: 'then',
          waiting: 2,
          withOthers: 1,
          secondsEach: 30,
          minutesLeft: 1,
          overdue: 0,
        },
      }) as never
    const more = withTaken(sitting, taken(['c', 'd']))
    expect(more.items.map((one) => one.applicationId)).toEqual(['a', 'b', 'c', 'd'])
    expect(more.isEmpty).toBe(false)
    expect(withTaken(sitting, taken(['a'])).isEmpty).toBe(true)
  })

  it('says who has the one in hand once it is lost, and stays there; what was decided here is not lost', () => {
    const because = { says: 'Maren Osei reads this one now.' }
    const lost = withLost(sitting, item('a'), because)
    expect([lost.at, lost.done.a]).toEqual([0, { ...because, isTheirs: true }])
    const decided = { ...sitting, done: { a: { says: 'Advanced' } } }
    expect(withLost(decided, item('a'), because)).toBe(decided)
  })

  it('keeps what it has and says why when taking is refused', () => {
    const refused = withTaken(sitting, { ok: false, refusal: { code: 'not-allowed', says: 'No.' } })
    expect(refused.items).toBe(sitting.items)
    expect(refused.refusal?.says).toBe('No.')
  })
})
