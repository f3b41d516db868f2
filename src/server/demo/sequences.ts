import { enrol } from '../../crm/sequences/enrol.ts'
import { pauseEnrolments, takeOut } from '../../crm/sequences/hold-enrolments.ts'
import { makeSequence, setSequencesState } from '../../crm/sequences/make-sequences.ts'
import { noteAnswers, writePersonalLines } from '../../crm/sequences/note-enrolments.ts'
import { sendDueSteps } from '../../crm/sequences/send-due-steps.ts'
import { stopSequencesOf } from '../../crm/sequences/stop-enrolments.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { type Actor, system } from '../../kernel/model/actor.ts'
import { simulateReply } from '../../messaging/inbox/mailbox.ts'
import { sequence as sequenceSeen } from '../../views/sequences.ts'
import type { CastName } from './cast.ts'
import { answersToOutreach, demoSequences, ownLines } from './outreach-words.ts'
import { type Chance, chance } from './random.ts'
import type { Event } from './road.ts'
import type { Tell } from './teller.ts'

const hour = 3_600_000
const day = 24 * hour

/** Sequences that run, with people at all their steps: some answered, some wait for a line of their own. */
export const createSequences = ({
  kernel,
  tell,
  actors,
  end,
  lastStepOf,
}: {
  readonly kernel: Kernel
  readonly tell: Tell
  readonly actors: Readonly<Record<CastName, Actor>>
  readonly end: number
  /** The last mail of a sequence that somebody got. */
  readonly lastStepOf: (candidateId: string) => Promise<string | undefined>
}) => {
  const clock = system('clock')
  const made = new Map<string, { readonly sequenceId: string; readonly lined: string | undefined }>()
  const answer = simulateReply({ mailComesIn: { overImap: false } })

  /** The sequences being written and started, and the clock that sends what is due each morning. */
  const beginnings = (): Event[] => {
    const written = demoSequences.map((one) => ({
      at: end - one.madeDaysAgo * day,
      run: async () => {
        const by = actors[one.by]
        const { sequenceId } = await tell(makeSequence, one.plan, by)
        await tell(setSequencesState, { sequenceIds: [sequenceId], state: 'running' }, by)
        const seen = await kernel.ask(sequenceSeen, { sequenceId }, { actor: by })
        if (!seen.ok) throw new Error(seen.refusal.says)
        const lined = seen.value.steps.find(({ needsPersonalLine }) => needsPersonalLine)?.id
        made.set(one.key, { sequenceId, lined })
      },
    }))
    const mornings = Array.from({ length: 36 }, (_, ago) => ({
      at: Math.floor(end / day) * day - ago * day + 8.3 * hour,
      run: async () => void (await tell(sendDueSteps, { limit: 500 }, clock)),
    }))
    return [...written, ...mornings]
  }

  /** What becomes of somebody known since `at` in the sequence that fits them, if one does. */
  const roadOf = (
    number: number,
    at: number,
    who: { readonly candidateId?: string; readonly profession?: string },
  ): Event[] => {
    const own = chance(number * 32_452_843)
    const fate = fateOf(own)
    const ids: { enrolmentId?: string } = {}
    const fits = () => demoSequences.find(({ professions }) => professions.includes(who.profession!))
    const whenIn = (act: (enrolmentId: string, by: Actor) => Promise<unknown>) => async () => {
      if (ids.enrolmentId) await act(ids.enrolmentId, actors[fits()!.by])
    }
    const enrolled = end - own.whole(2, 26) * day
    if (!fate.enrolled || at > enrolled - day) return []
    const says = own.pick(answersToOutreach)
    const line = own.pick(ownLines)
    return [
      {
        at: enrolled,
        run: async () => {
          const into = made.get(fits()?.key ?? '')
          if (!into) return
          const input = { sequenceId: into.sequenceId, candidateIds: [who.candidateId!] }
          ids.enrolmentId = (await tell(enrol, input, actors[fits()!.by])).enrolled[0]?.enrolmentId
        },
      },
      {
        at: enrolled + 3 * day,
        run: whenIn(async (enrolmentId, by) => {
          const stepId = made.get(fits()!.key)!.lined
          if (stepId && fate.hasLine)
            await tell(writePersonalLines, { lines: [{ enrolmentId, stepId, line }] }, by)
          if (fate.is === 'paused') await tell(pauseEnrolments, { enrolmentIds: [enrolmentId] }, by)
          if (fate.is === 'out') await tell(takeOut, { enrolmentIds: [enrolmentId] }, by)
        }),
      },
      {
        at: enrolled + fate.answersAfter * day,
        run: whenIn(async (enrolmentId, by) => {
          const messageId = fate.is === 'answers' ? await lastStepOf(who.candidateId!) : undefined
          if (!messageId) return
          await tell(answer, { messageId, text: says.text }, actors.priya)
          await tell(stopSequencesOf, { candidateIds: [who.candidateId!], because: 'reply' }, clock)
          await tell(noteAnswers, { enrolmentIds: [enrolmentId], answer: says.answer }, by)
        }),
      },
    ]
  }
  return { beginnings, roadOf }
}

const fateOf = (own: Chance) => {
  const enrolled = own.percent(55)
  const drawn = own.next()
  return {
    enrolled,
    hasLine: own.percent(65),
    answersAfter: own.whole(2, 9),
    is:
      drawn < 0.26
        ? ('answers' as const)
        : drawn < 0.32
          ? ('paused' as const)
          : drawn < 0.37
            ? ('out' as const)
            : ('goes-on' as const),
  }
}
