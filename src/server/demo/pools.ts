import { makePool } from '../../crm/pools/make-pools.ts'
import { addToPool, moveInPool } from '../../crm/pools/pool-members.ts'
import { noteReadiness } from '../../crm/prospects/note-readiness.ts'
import { snoozeProspects } from '../../crm/prospects/snooze.ts'
import { setPoolNeeds } from '../../handover/set-pool-needs.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import { writeToCandidates } from '../../messaging/inbox/write-mail.ts'
import { pool as poolSeen } from '../../views/pools.ts'
import { type CastName, people } from './cast.ts'
import { type Chance, chance } from './random.ts'
import type { Event } from './road.ts'
import type { Tell } from './teller.ts'

const hour = 3_600_000
const day = 24 * hour

interface DemoPool {
  readonly key: string
  readonly madeDaysAgo: number
  readonly by: CastName
  readonly professions: readonly string[]
  /** Of those who fit, so many in a hundred are put in. */
  readonly takes: number
  readonly plan: object
  /** Seats it is kept for, by days from the demo's today. */
  readonly needs: readonly { readonly says: string; readonly seats: number; readonly inDays: number }[]
}

const demoPools: readonly DemoPool[] = [
  {
    key: 'perception',
    madeDaysAgo: 170,
    by: 'ayse',
    professions: ['perception', 'motion', 'embedded'],
    takes: 70,
    plan: {
      name: 'Perception and control, Europe',
      description:
        'Engineers who make machines see and move; met at talks and labs, for the seats of next spring.',
      stages: [
        { name: 'Met' },
        { name: 'In touch' },
        { name: 'Interested', isReady: true },
        { name: 'Waits for a seat', isReady: true },
      ],
    },
    needs: [
      { says: 'The second perception team', seats: 4, inDays: 70 },
      { says: 'Control, once the new arm is shown', seats: 3, inDays: 130 },
    ],
  },
  {
    key: 'field',
    madeDaysAgo: 140,
    by: 'maren',
    professions: ['field'],
    takes: 85,
    plan: {
      name: 'Field technicians, North Sea',
      description:
        'People with a driving licence and patience who would work on site in Rotterdam or Hamburg.',
    },
    needs: [{ says: 'The summer’s installations', seats: 12, inDays: 160 }],
  },
  {
    key: 'head',
    madeDaysAgo: 60,
    by: 'priya',
    professions: ['design', 'finance'],
    takes: 70,
    plan: {
      name: 'Heads of department',
      description: 'Nobody has been told yet that two seats will be free in summer.',
      access: 'private',
      readers: [people.ayse.id],
      stages: [{ name: 'Named' }, { name: 'Had coffee' }, { name: 'Would talk', isReady: true }],
    },
    needs: [{ says: 'Two heads', seats: 2, inDays: 220 }],
  },
]

const reasons = [
  'Bonus is paid in March: call after it',
  'New-born at home',
  'Finishes the thesis first',
  'Asked to hear from us after the trade fair',
] as const

/** Pools with people in their stages: some ready, some let be, most written to once, as time goes by. */
export const createPools = ({
  kernel,
  tell,
  actors,
  end,
}: {
  readonly kernel: Kernel
  readonly tell: Tell
  readonly actors: Readonly<Record<CastName, Actor>>
  readonly end: number
}) => {
  const made = new Map<string, { readonly poolId: string; readonly stages: readonly string[] }>()

  /** The pools being made, each on its day. */
  const beginnings = (): Event[] =>
    demoPools.map((one) => ({
      at: end - one.madeDaysAgo * day,
      run: async () => {
        const { poolId } = await tell(makePool, one.plan, actors[one.by])
        const needs = one.needs.map(({ inDays, ...need }) => ({
          ...need,
          neededBy: dayOn(end + inDays * day),
        }))
        await tell(setPoolNeeds, { poolId, needs }, actors[one.by])
        const seen = await kernel.ask(poolSeen, { poolId }, { actor: actors[one.by] })
        if (!seen.ok) throw new Error(seen.refusal.says)
        made.set(one.key, { poolId, stages: seen.value.stages.map(({ id }) => id) })
      },
    }))

  /** What becomes of somebody known since `at`; who they are is known when the time has come. */
  const roadOf = (
    number: number,
    at: number,
    who: { readonly candidateId?: string; readonly profession?: string },
  ): Event[] => {
    const own = chance(number * 15_485_863)
    const steps = stepsOf(own)
    const taken = own.next() * 100
    /** Acts as whoever keeps the pool that the person fits, if there is one. */
    const inPool =
      (
        act: (
          pool: { poolId: string; stages: readonly string[] },
          ids: string[],
          by: Actor,
        ) => Promise<unknown>,
      ) =>
      async () => {
        const fits = demoPools.find(({ professions }) => professions.includes(who.profession!))
        const pool = fits && made.get(fits.key)
        if (pool && taken < fits.takes) await act(pool, [who.candidateId!], actors[fits.by])
      }
    const in_ = Math.max(at, end - 138 * day) + 3 * hour
    return [
      {
        at: in_,
        run: inPool(({ poolId }, candidateIds, by) => tell(addToPool, { poolId, candidateIds }, by)),
      },
      ...steps.moves.map((days, nth) => ({
        at: in_ + days * day,
        run: inPool(({ poolId, stages }, candidateIds, by) =>
          tell(
            moveInPool,
            { poolId, candidateIds, stageId: stages[Math.min(nth + 1, stages.length - 1)] },
            by,
          ),
        ),
      })),
      ...(steps.writes
        ? [
            {
              at: in_ + steps.writes * day,
              run: inPool((_, candidateIds, by) =>
                tell(writeToCandidates, { candidateIds, purpose: 'outreach', ...letter }, by),
              ),
            },
          ]
        : []),
      ...(steps.ready === undefined
        ? []
        : [
            {
              at: in_ + 6 * day,
              run: inPool((_, candidateIds, by) =>
                tell(noteReadiness, { candidateIds, months: steps.ready }, by),
              ),
            },
          ]),
      ...(steps.snooze
        ? [
            {
              at: Math.max(in_ + 8 * day, end - 30 * day),
              run: inPool((_, candidateIds, by) =>
                tell(
                  snoozeProspects,
                  {
                    candidateIds,
                    until: dayOn(end + steps.snooze! * day),
                    reason: own.pick(reasons),
                  },
                  by,
                ),
              ),
            },
          ]
        : []),
    ]
  }
  return { beginnings, roadOf }
}

const dayOn = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** Days after joining on which they go a stage on, are written to, say when they would move, and are let be. */
const stepsOf = (own: Chance) => {
  const first = own.whole(3, 25)
  const far = own.percent(60) ? (own.percent(45) ? (own.percent(35) ? 3 : 2) : 1) : 0
  return {
    moves: Array.from({ length: far }, (_, nth) => first + nth * own.whole(8, 20)),
    writes: own.percent(62) ? own.whole(1, 20) : undefined,
    ready: own.percent(38) ? own.pick([0, 0, 3, 6, 12] as const) : undefined,
    snooze: own.percent(12) ? own.whole(6, 120) : undefined,
  }
}

const letter = {
  subject: 'What we build next',
  text: 'Good to have met you. We open seats in spring that could fit you, and until then I would send you a word when we show something. Tell me if you would rather not.',
}
