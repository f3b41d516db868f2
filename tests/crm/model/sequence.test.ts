import { describe, expect, it } from 'vitest'
import { afterRefusal, canResume, nextFor } from '../../../src/crm/model/enrolment.ts'
import { checkSteps, keepsSentSteps, type StepPlan, subjectOf } from '../../../src/crm/model/sequence.ts'
import { workingDaysAfter } from '../../../src/crm/model/working-days.ts'
import { instant } from '../../../src/kernel/model/time.ts'

describe('a wait counts working days on the sender’s clock:', () => {
  it.each([
    ['none, within working hours', '2026-11-20T10:30:00Z', 0, 'Europe/Amsterdam', '2026-11-20T10:30:00.000Z'],
    ['none, before nine', '2026-11-20T05:00:00Z', 0, 'Europe/Amsterdam', '2026-11-20T08:00:00.000Z'],
    [
      'none, after five on a Friday',
      '2026-11-20T16:30:00Z',
      0,
      'Europe/Amsterdam',
      '2026-11-23T08:00:00.000Z',
    ],
    ['none, on a Saturday', '2026-11-21T12:00:00Z', 0, 'Europe/Amsterdam', '2026-11-23T08:00:00.000Z'],
    ['one from a Friday', '2026-11-20T10:00:00Z', 1, 'Europe/Amsterdam', '2026-11-23T08:00:00.000Z'],
    ['four over a weekend', '2026-11-19T10:00:00Z', 4, 'Europe/Amsterdam', '2026-11-25T08:00:00.000Z'],
    ['one from a Sunday', '2026-11-22T10:00:00Z', 1, 'Europe/Amsterdam', '2026-11-23T08:00:00.000Z'],
    ['where it is still Thursday', '2026-11-20T03:00:00Z', 1, 'America/New_York', '2026-11-20T14:00:00.000Z'],
    ['over the change of clocks', '2026-10-23T10:00:00Z', 1, 'Europe/Amsterdam', '2026-10-26T08:00:00.000Z'],
    ['in a zone that nobody knows', '2026-11-20T10:00:00Z', 1, 'Mars/Base', '2026-11-23T09:00:00.000Z'],
  ])('%s', (_, from, days, zone, due) => {
    expect(workingDaysAfter(instant(from), days, zone)).toBe(due)
  })
})

const step = (more: Partial<StepPlan> = {}): StepPlan => ({
  waitDays: 2,
  subject: 'Hello',
  body: 'A word.',
  needsPersonalLine: false,
  sameThread: false,
  ...more,
})

describe('steps can be sent one after the other:', () => {
  it.each([
    ['a first and one in its thread', [step({ waitDays: 0 }), step({ sameThread: true, subject: '' })], 'ok'],
    ['a first in no thread', [step({ sameThread: true })], 'no-thread'],
    ['no subject', [step({ subject: '' })], 'no-subject'],
    ['no wait before the second', [step(), step({ waitDays: 0 })], 'no-wait'],
    ['an unknown field', [step({ body: '{{ candidate.shoe_size }}' })], 'unknown-field'],
    ['a line without a place', [step({ needsPersonalLine: true })], 'no-place-for-line'],
    ['a place without a line', [step({ body: '{{ personal.line }}' })], 'line-not-needed'],
    ['a line in its place', [step({ body: '{{ personal.line }}', needsPersonalLine: true })], 'ok'],
  ])('%s', (_, steps, code) => {
    const checked = checkSteps(steps)
    expect(checked.ok ? 'ok' : checked.refusal.code).toBe(code)
  })

  it('one that was sent stays in its place', () => {
    const sent = [{ id: 'a', position: 0 }]
    expect(keepsSentSteps([step({ id: 'a' }), step({ id: 'b' })], sent)).toBe(true)
    expect(keepsSentSteps([step({ id: 'b' }), step({ id: 'a' })], sent)).toBe(false)
    expect(keepsSentSteps([step({ id: 'b' })], sent)).toBe(false)
  })

  it('in the same thread a step answers the subject that began it', () => {
    const steps = [
      step({ subject: 'One' }),
      step({ subject: '', sameThread: true }),
      step({ subject: 'Two' }),
      step({ subject: '', sameThread: true }),
    ].map((one, position) => ({ ...one, id: `${position}`, position }))
    expect(steps.map((_, position) => subjectOf(steps, position))).toEqual([
      'One',
      'Re: One',
      'Two',
      'Re: Two',
    ])
  })
})

describe('a refusal of the guard', () => {
  const until = instant('2026-12-03T09:00:00Z')
  it.each([
    [
      { code: 'rejected-recently', until },
      { kind: 'later', until },
    ],
    [{ code: 'too-often' }, { kind: 'later', until: null }],
    [{ code: 'domain-not-ready' }, { kind: 'later', until: null }],
    [{ code: 'field-missing' }, { kind: 'pause' }],
    [{ code: 'failed' }, { kind: 'pause' }],
    [{ code: 'in-process' }, { kind: 'stop', because: 'process' }],
    [{ code: 'unsubscribed' }, { kind: 'stop', because: 'unsubscribed' }],
    [{ code: 'address-dead' }, { kind: 'stop', because: 'bounced' }],
    [{ code: 'do-not-contact' }, { kind: 'stop', because: 'refused:do-not-contact' }],
  ])('%j means %j', (refused, after) => {
    expect(afterRefusal(refused)).toEqual(after)
  })
})

describe('what comes next for a person', () => {
  const lastStepAt = instant('2026-11-20T09:00:00Z')
  const base = { isOnRecord: true, repliedAt: null, lastStepAt, step: step(), line: undefined }
  it.each([
    ['is the mail', {}, 'write'],
    ['is nothing when they are not on record', { isOnRecord: false }, 'gone'],
    ['is nothing when they wrote since', { repliedAt: instant('2026-11-20T09:30:00Z') }, 'replied'],
    ['is the mail when they wrote before', { repliedAt: instant('2026-11-19T09:30:00Z') }, 'write'],
    ['is the end after the last step', { step: undefined }, 'finish'],
    ['waits for their line', { step: step({ needsPersonalLine: true }) }, 'wait-for-line'],
    ['is the mail with their line', { step: step({ needsPersonalLine: true }), line: 'Your talk.' }, 'write'],
  ])('%s', (_, more, next) => {
    expect(nextFor({ ...base, ...more })).toBe(next)
  })

  it.each([
    ['paused', null, true],
    ['stopped', 'by-hand', true],
    ['stopped', 'refused:no-consent', true],
    ['stopped', 'reply', false],
    ['stopped', 'unsubscribed', false],
    ['active', null, false],
    ['finished', null, false],
  ] as const)('%s (%s) can go on: %s', (state, because, can) => {
    expect(canResume(state, because)).toBe(can)
  })
})
