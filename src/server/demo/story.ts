import { transferApplications } from '../../ats/applications/transfer-applications.ts'
import type { FileStore } from '../../documents/file-store.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import { createApplying } from './applying.ts'
import type { CastName } from './cast.ts'
import type { DemoDays } from './days.ts'
import { createInterviews } from './interviews.ts'
import type { DemoJob } from './job.ts'
import { createKnownPeople } from './known-people.ts'
import { replies } from './letters.ts'
import { inventIdentity } from './names.ts'
import { createJobs } from './open-jobs.ts'
import { createPools } from './pools.ts'
import { professions } from './professions.ts'
import { chance } from './random.ts'
import { inventResume } from './resumes.ts'
import { type Event, roadOf } from './road.ts'
import { createSequences } from './sequences.ts'
import { createTeller } from './teller.ts'

/** Tells the demo's story by running the product's own commands as the people who would. */
export const createStory = (parts: {
  readonly kernel: Kernel
  readonly actors: Readonly<Record<CastName, Actor>>
  readonly files: FileStore
  readonly days: DemoDays
  readonly lastApplication: () => Promise<{ candidateId: string; applicationId: string }>
  readonly threadOf: (applicationId: string) => Promise<string>
  readonly lastStepOf: (candidateId: string) => Promise<string | undefined>
  readonly inInterviews: (jobId: string) => Promise<readonly string[]>
}) => {
  const { kernel, actors, files, days, threadOf } = parts
  const taken = new Set<string>()
  const tell = createTeller(kernel)
  const { open, hold, close, made } = createJobs({ tell, actors })
  const send = createApplying({ kernel, files, tell, slugOf: (key) => made(key).slug })
  const meet = createKnownPeople({ tell, sourcer: actors.ayse, taken })
  const pools = createPools({ kernel, tell, actors, end: days.end })
  const sequences = createSequences({ kernel, tell, actors, end: days.end, lastStepOf: parts.lastStepOf })

  const interviews = createInterviews({
    kernel,
    tell,
    actors,
    end: days.end,
    jobIdOf: (key) => made(key).jobId,
    inInterviews: parts.inInterviews,
  })

  /** An open job keeps a seat that is still to be filled; a closed one was filled by its finalist. */
  const seats = new Map<string, number>()
  const takeSeat = (job: DemoJob): boolean => {
    const left = seats.get(job.key) ?? job.seats - (job.state === 'closed' ? 0 : 1)
    if (left > 0) seats.set(job.key, left - 1)
    return left > 0
  }

  let asked = 0
  const nextReply = () => replies[asked++ % replies.length]!

  /** Everything that happens to one application, as events in time. */
  const application = (job: DemoJob, number: number, at: number, chosen: boolean): Event[] => {
    const own = chance(number * 7919)
    const recruiter = actors[job.team.find(([, role]) => role === 'recruiter')![0]]
    const ids: { candidateId?: string; applicationId?: string } = {}
    const identity = inventIdentity(own, number, taken)
    const profession = professions.find((one) => one.key === job.profession)!
    const resume = inventResume(own, identity, own.percent(88) ? profession : own.pick(professions))
    const arrive = async () => {
      await send(job, resume, own, number)
      Object.assign(ids, await parts.lastApplication())
    }
    const road = { tell, days, threadOf, nextReply, recruiter, ids, at, chosen, own }
    return [{ at, run: arrive }, ...roadOf({ ...road, takeSeat: () => takeSeat(job) })]
  }

  /** Somebody comes to be known, and perhaps into a pool and a sequence. */
  const known = (number: number, at: number): Event[] => {
    const who: { candidateId?: string; profession?: string } = {}
    return [
      { at, run: async () => void Object.assign(who, await meet(number)) },
      ...pools.roadOf(number, at, who),
      ...sequences.roadOf(number, at, who),
    ]
  }

  /** People who applied elsewhere are considered for a confidential job, by its team. */
  const consider = async (to: string, applicationIds: readonly string[]): Promise<void> => {
    await tell(transferApplications, { applicationIds, toJobId: made(to).jobId }, actors.priya)
  }

  const beginnings = () => [...pools.beginnings(), ...sequences.beginnings(), ...interviews.beginnings()]
  return { open, application, known, beginnings, consider, hold, close }
}
