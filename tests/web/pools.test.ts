import { describe, expect, it } from 'vitest'
import { actsOn } from '../../src/web/screens/candidates/offered-acts.ts'
import { addedWords, coverageWords, readinessWords } from '../../src/web/screens/pools/pool-words.ts'

describe('what became of adding people to a pool', () => {
  const skipped = (...codes: string[]) => codes.map((code) => ({ code }))
  it.each([
    ['all', { added: ['1', '2'], skipped: [] }, 'Added 2 people to Drives', undefined],
    [
      'some',
      { added: ['1'], skipped: skipped('do-not-contact', 'member', 'do-not-contact') },
      'Added 1 person to Drives',
      '2 skipped: asked not to be contacted, 1 in it already',
    ],
    ['nobody', { added: [], skipped: skipped('member') }, 'Nobody was added to Drives', '1 in it already'],
  ])('says it of %s', (_, answer, says, follows) => {
    expect(addedWords('Drives', answer)).toEqual(follows ? { says, follows } : { says })
  })
})

describe('when somebody would move', () => {
  const reader = { locale: 'en-GB', zone: 'Europe/Amsterdam' }
  const now = new Date('2026-11-23T12:00:00Z')
  it.each([
    ['Now', '2026-11-23', '2027-05-23'],
    ['From December', '2026-12-24', '2027-06-24'],
    ['From February 2027', '2027-02-23', '2027-08-23'],
    [undefined, '2026-01-01', '2026-07-01'],
    [undefined, null, null],
  ])('reads %s', (says, readyFrom, readyUntil) => {
    expect(readinessWords({ readyFrom, readyUntil }, now, reader)).toBe(says)
  })
})

describe('how far the ready people of a pool reach', () => {
  const reader = { locale: 'en-GB', zone: 'Europe/Amsterdam' }
  const now = new Date('2026-11-23T12:00:00Z')
  it.each([
    ['4 ready for 6 seats by 1 Mar 2027', 4, [{ seats: 6, neededBy: '2027-03-01' }]],
    ['2 ready for 1 seat by Tue 1 Dec', 2, [{ seats: 1, neededBy: '2026-12-01' }]],
    [undefined, 2, []],
  ])('reads %s', (says, ready, needs) => {
    expect(coverageWords({ needs, ready }, now, reader)).toBe(says)
  })
})

describe('what can be done with the chosen', () => {
  const everything = [
    'crm.managePools',
    'crm.keepProspects',
    'messaging.write',
    'candidates.edit',
    'candidates.merge',
  ]
  const names = (acts: readonly { readonly what: string }[]) => acts.map(({ what }) => what)
  it('is moving and taking out only in a pool', () => {
    expect(names(actsOn(3, true, everything).first)).toEqual(['move', 'out', 'write', 'snooze'])
    const { first, rest } = actsOn(3, false, everything)
    expect(names(first)).toEqual(['pool', 'write', 'tag'])
    expect(names(rest)).toEqual(['owner', 'snooze', 'readiness', 'merge'])
  })
  it('needs the right to it, and for a merge two to five', () => {
    expect(names(actsOn(3, true, ['messaging.write']).first)).toEqual(['write'])
    expect(names(actsOn(6, false, everything).rest)).not.toContain('merge')
    expect(names(actsOn(1, false, everything).rest)).not.toContain('merge')
  })
  it('has a key of its own for each', () => {
    const { first, rest } = actsOn(3, true, [
      ...everything,
      'crm.considerForJobs',
      'candidates.note',
      'documents.addFiles',
      'candidates.holdContact',
    ])
    const keys = [...first, ...rest].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toHaveLength(13)
  })
})
