import { describe, expect, it, test } from 'vitest'
import type { ConsentNow } from '../../../src/candidates/model/consent.ts'
import { type RelationshipFacts, relationshipOf } from '../../../src/candidates/model/relationship.ts'
import type { Instant } from '../../../src/kernel/model/time.ts'

const now = '2026-11-22T12:00:00.000Z' as Instant
const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString() as Instant
const pool = (state: ConsentNow['state'], daysLeft?: number): ConsentNow => ({
  purpose: 'talent-pool',
  state,
  until: daysLeft === undefined ? undefined : ago(-daysLeft),
})
const facts = (more: Partial<RelationshipFacts> = {}): RelationshipFacts => ({
  knownSince: ago(10),
  activeApplications: 0,
  activeLeads: 0,
  talentPool: pool('none'),
  ...more,
})

describe('the relationship of a person', () => {
  test.each<[string, Partial<RelationshipFacts>, string, string, string | undefined]>([
    ['imported yesterday, not told', { noticeDue: ago(-20) }, 'known', 'crm', 'send-notice'],
    ['sourced and told', {}, 'known', 'crm', 'reach-out'],
    ['replied', { lastEngaged: ago(3) }, 'engaged', 'crm', 'ask-interest'],
    ['gave consent to the pool', { talentPool: pool('given', 300) }, 'engaged', 'crm', 'ask-interest'],
    ['considered for a job', { activeLeads: 1, lastEngaged: ago(3) }, 'lead', 'crm', 'request-application'],
    ['applied', { activeApplications: 2, activeLeads: 1, lastApplied: ago(1) }, 'applicant', 'ats', 'review'],
    ['rejected, not told', { lastDecision: { at: ago(1) } }, 'decided-not-now', 'ats', 'tell'],
    [
      'rejected long ago, never told',
      { knownSince: ago(900), lastDecision: { at: ago(800) } },
      'decided-not-now',
      'ats',
      'tell',
    ],
    [
      'rejected and told',
      { lastDecision: { at: ago(2), told: ago(1) } },
      'decided-not-now',
      'crm',
      'offer-to-stay-in-touch',
    ],
    [
      'rejected, told, wants no pool',
      { lastDecision: { at: ago(2), told: ago(1) }, talentPool: pool('withdrawn') },
      'decided-not-now',
      'crm',
      undefined,
    ],
    [
      'rejected, told, joined the pool',
      { lastDecision: { at: ago(2), told: ago(1) }, talentPool: pool('given', 300) },
      'engaged',
      'crm',
      'ask-interest',
    ],
    [
      'rejected, told, answered since',
      { lastDecision: { at: ago(9), told: ago(8) }, lastEngaged: ago(2) },
      'engaged',
      'crm',
      'ask-interest',
    ],
    [
      'rejected half a year ago and silent',
      { knownSince: ago(400), lastDecision: { at: ago(181), told: ago(181) } },
      'known',
      'crm',
      'reach-out',
    ],
    ['silent for a year', { knownSince: ago(366) }, 'dormant', 'crm', 'renew-consent'],
    [
      'silent for a year, wants no pool',
      { knownSince: ago(366), talentPool: pool('withdrawn') },
      'dormant',
      'crm',
      undefined,
    ],
    [
      'with consent that ends in 30 days',
      { lastEngaged: ago(1), talentPool: pool('given', 30) },
      'dormant',
      'crm',
      'renew-consent',
    ],
    [
      'with consent that ends in 31 days',
      { lastEngaged: ago(1), talentPool: pool('given', 31) },
      'engaged',
      'crm',
      'ask-interest',
    ],
    ['with consent that ended', { talentPool: pool('expired', -1) }, 'dormant', 'crm', 'renew-consent'],
    ['hired', { hired: { at: ago(5) }, activeLeads: 1, lastEngaged: ago(1) }, 'hired', 'ats', 'welcome'],
    [
      'hired and applying inside',
      { hired: { at: ago(500) }, activeApplications: 1, lastApplied: ago(1) },
      'applicant',
      'ats',
      'review',
    ],
    [
      'wants no contact',
      { doNotContact: { at: ago(1) }, activeLeads: 1, hired: { at: ago(5) } },
      'do-not-contact',
      'none',
      undefined,
    ],
    [
      'wants no contact since they applied',
      { doNotContact: { at: ago(1) }, activeApplications: 1, lastApplied: ago(2) },
      'do-not-contact',
      'none',
      undefined,
    ],
    [
      'wanted no contact, then applied',
      { doNotContact: { at: ago(2) }, activeApplications: 1, lastApplied: ago(1) },
      'applicant',
      'ats',
      'review',
    ],
    [
      'erased',
      { erased: { at: ago(1) }, activeApplications: 1, lastApplied: ago(0) },
      'do-not-contact',
      'none',
      undefined,
    ],
  ])('who is %s', (_, more, state, half, nextStep) => {
    expect(relationshipOf(facts(more), now)).toMatchObject({ state, half, nextStep })
  })

  it('allows the next step that it names', () => {
    const all = [
      {},
      { noticeDue: now },
      { activeLeads: 1 },
      { activeApplications: 1 },
      { hired: { at: now } },
      { lastDecision: { at: now } },
    ]
    for (const more of all) {
      const { allows, nextStep } = relationshipOf(facts(more), now)
      expect(allows).toContain(nextStep)
    }
  })

  it('never lets a lead be rejected, interviewed or scored', () => {
    const { allows } = relationshipOf(facts({ activeLeads: 1 }), now)
    expect(allows.filter((act) => ['decide', 'interview', 'review', 'offer'].includes(act))).toEqual([])
  })

  it('lets nobody be nurtured while in process, and nobody reached out to who asked for silence', () => {
    expect(
      relationshipOf(facts({ activeApplications: 1, talentPool: pool('given') }), now).allows,
    ).not.toContain('nurture')
    expect(relationshipOf(facts({ doNotContact: { at: ago(1) } }), now).allows).toEqual([])
  })
})
