import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { setReasons as decide, lettersOf, type ReasonInSettings } from '../../src/ats/model/reason.ts'
import { reasonsAtFirst } from '../../src/ats/model/reasons-at-first.ts'
import { postingDraft } from '../../src/ats/postings/posting-draft.ts'
import { everyReason, reasons, setReasons } from '../../src/ats/reasons/reasons.ts'
import { sql } from '../../src/kernel/sql.ts'
import { codeOf, given, scene } from './scene.ts'

const all: readonly ReasonInSettings[] = reasonsAtFirst.map((one) => ({ ...one, retired: false }))
const but = (code: string, change: Partial<ReasonInSettings>) =>
  all.map((one) => (one.code === code ? { ...one, ...change } : one))

describe('what may become of the reasons', () => {
  const added = {
    says: 'Café hours clash',
    side: 'us',
    templateKey: 'rejection-after-review',
    retired: false,
  }
  it.each([
    ['all as they are', all, 'ok'],
    ['another order', all.toReversed(), 'ok'],
    ['a new one', [...all, added], 'ok'],
    ['one out of use', but('conditions', { retired: true }), 'ok'],
    ['other words', but('conditions', { says: 'Pay or place' }), 'ok'],
    ['another letter', but('conditions', { templateKey: 'rejection-after-interview' }), 'ok'],
    ['one missing', all.slice(1), 'changed-meanwhile'],
    ['one that never was', [...all, { ...added, code: 'strange' }], 'changed-meanwhile'],
    ['one code twice', [...all.slice(1), all[1]!], 'changed-meanwhile'],
    ['the same words twice', [...all, { ...added, says: ' somebody ELSE was chosen' }], 'said-twice'],
    ['another side', but('conditions', { side: 'neither', templateKey: null }), 'side-stays'],
    ['one of the product’s own out of use', but('position-filled', { retired: true }), 'in-use'],
    ['no letter for a no of ours', but('conditions', { templateKey: null }), 'letter-does-not-suit'],
    [
      'none of our side left',
      all.map((one) => (one.side === 'us' ? { ...one, retired: true } : one)),
      'none-left',
    ],
  ] as const)('%s', (_, wished, answer) => {
    expect(codeOf(decide(all, wished as never))).toBe(answer)
  })

  it('a new reason gets a code from its words, another one where that is taken', () => {
    const once = given(decide(all, [...all, added as never]))
    expect(once.added).toEqual(['cafe-hours-clash'])
    const twice = given(
      decide(once.reasons, [...once.reasons, { ...added, says: 'Cafe hours: clash' } as never]),
    )
    expect(twice.added).toEqual(['cafe-hours-clash-2'])
  })

  it('the letters of the first reasons suit their sides', () => {
    for (const one of reasonsAtFirst) expect(lettersOf[one.side], one.code).toContain(one.templateKey)
  })
})

describe('the reasons of an organisation', () => {
  let at: Awaited<ReturnType<typeof scene>>
  beforeAll(async () => {
    at = await scene()
  })
  afterAll(() => at.test.close())
  const admin = () => ({ actor: at.cast.priya })
  const inUse = async () =>
    given(await at.kernel.ask(reasons, {}, { actor: at.cast.maren })).reasons.map((one) => one.code)

  it('begin as the product brings them', async () => {
    expect(given(await at.kernel.ask(everyReason, {}, admin())).reasons).toEqual(all)
  })

  it('are the administrator’s to change', async () => {
    expect(codeOf(await at.kernel.run(setReasons, { reasons: [...all] }, { actor: at.cast.maren }))).toBe(
      'not-allowed',
    )
    const wished = [
      { says: 'No right to work here', side: 'us' as const, templateKey: 'rejection-after-review' },
      ...but('conditions', { retired: true }),
    ]
    given(await at.kernel.run(setReasons, { reasons: wished }, admin()))
    expect((await inUse())[0]).toBe('no-right-to-work-here')
    expect(await inUse()).not.toContain('conditions')
    const facts = await at.rows<{ particulars: object }>(
      sql`select particulars from kernel.fact where name = 'reason.changed'`,
    )
    expect(facts.map((fact) => fact.particulars)).toEqual([
      { added: ['no-right-to-work-here'], changed: ['conditions'] },
    ])
  })

  it('one out of use is refused for a no, and comes back with the same code', async () => {
    const no = (reasonCode: string) =>
      at.kernel.run(
        rejectApplications,
        { applicationIds: ['01890000-0000-7000-8000-000000000001'], reasonCode },
        { actor: at.cast.maren },
      )
    expect(codeOf(await no('conditions'))).toBe('no-such-reason')
    const { reasons: now } = given(await at.kernel.ask(everyReason, {}, admin()))
    given(
      await at.kernel.run(
        setReasons,
        { reasons: now.map((one) => (one.code === 'conditions' ? { ...one, retired: false } : one)) },
        admin(),
      ),
    )
    expect(await inUse()).toContain('conditions')
    expect(codeOf(await no('conditions'))).not.toBe('no-such-reason')
  })
})

describe('the size of the organisation', () => {
  it('lifts what binds only larger employers from a posting; while it is not said, all binds', async () => {
    const at = await scene()
    const { postingId } = await at.newJob({
      pay: undefined,
      post: { body: 'Make arms move.', locations: [{ city: 'Fresno', region: 'CA', country: 'US' }] },
    })
    const rules = async () =>
      given(await at.kernel.ask(postingDraft, { postingId } as never, { actor: at.cast.maren })).remarks.map(
        (remark) => remark.ruleId,
      )
    const employ = (people: number) =>
      sql`insert into accounts.setting (key, value, changed_at) values ('organisation.employees', ${String(people)}::jsonb, now())
        on conflict (key) do update set value = excluded.value`.execute(at.test.database.write)
    expect(await rules()).toContain('pay-us-ca-pay')
    await employ(14)
    expect(await rules()).not.toContain('pay-us-ca-pay')
    await employ(15)
    expect(await rules()).toContain('pay-us-ca-pay')
    await at.test.close()
  })
})
