import type { OpenDatabase } from '../../adapters/database.ts'
import type { FileStore } from '../../documents/file-store.ts'
import { createKernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import { type Instant, instant } from '../../kernel/model/time.ts'
import type { Room } from '../../kernel/room.ts'
import { type CastName, offices, organisation, people } from './cast.ts'
import { createDays } from './days.ts'
import {
  activeApplications,
  applicationsInInterviews,
  insertPeople,
  lastApplication,
  lastStepOf,
  markMailsSent,
  noteLastWords,
  threadOf,
} from './demo-state.sql.ts'
import type { DemoJob } from './job.ts'
import { demoJobs } from './jobs.ts'
import { chance } from './random.ts'
import type { Event } from './road.ts'
import { createStory } from './story.ts'

const day = 86_400_000
/** People on the record who never applied: met, referred, found. */
const knownPeople = 190

export interface DemoParts {
  readonly database: OpenDatabase
  readonly rooms: readonly Room[]
  readonly files: FileStore
  /** The last moment of the demo's story. */
  readonly now: Instant
}

/**
 * The demo organisation: about 600 people, nine jobs in all states, applications with résumés, decisions and
 * mails both ways, told by the product's own commands with the clock of each moment. Sends nothing: its mails
 * are marked as sent when their time has passed.
 */
export const makeDemo = async ({ database, rooms, files, now }: DemoParts): Promise<void> => {
  const by = chance(20_261_122)
  let clock = Date.parse(now) - 200 * day
  const kernel = createKernel({
    database,
    rooms,
    // What would follow outside (mails leaving, files being read) is told by the story itself.
    queue: { add: async () => undefined },
    clock: () => instant(clock),
  })
  await insertPeople(database.write, instant(clock), { organisation, offices, people })
  const actors = await castActors(rooms)
  const end = Date.parse(now)
  const story = createStory({
    kernel,
    days: createDays(end, organisation.timeZone),
    actors,
    files,
    lastApplication: () => lastApplication(database.write),
    threadOf: (id) => threadOf(database.write, id),
    lastStepOf: (id) => lastStepOf(database.write, id),
    inInterviews: (jobId) => applicationsInInterviews(database.write, jobId),
  })
  const events: Event[] = []
  let number = 0
  for (const job of demoJobs) {
    const opened = end - job.openedDaysAgo * day
    events.push({ at: opened, run: () => story.open(job) })
    for (let index = 0; index < job.applicants; index++) {
      const span =
        job.state === 'closed' ? 40 : job.state === 'on-hold' ? job.openedDaysAgo - 10 : job.openedDaysAgo
      // More come early and late than in the middle, and none in the first hour.
      const drawn = opened + day * 0.1 + (span * day - day * 0.15) * by.next() ** 1.15
      const finalist = finalistAt(job, index, opened, end)
      const at = finalist ?? drawn
      number += 1
      events.push(...story.application(job, number, at, finalist !== undefined))
    }
    if (job.state === 'on-hold') events.push({ at: end - 9 * day, run: () => story.hold(job) })
    if (job.state === 'closed') events.push({ at: opened + 75 * day, run: () => story.close(job) })
  }
  events.push(...story.beginnings())
  for (let index = 0; index < knownPeople; index++) {
    number += 1
    const at = end - by.whole(1, 190) * day
    events.push(...story.known(number, at))
  }
  events.push({
    at: end - 4 * day,
    run: async () =>
      story.consider('lead', await activeApplications(database.write, 'Field Robotics Technician', 4)),
  })
  events.sort((one, other) => one.at - other.at)
  for (const event of events) {
    if (event.at > end) continue
    clock = event.at
    await event.run()
    // At once, since the running product would send what is due by its own clock.
    await markMailsSent(database.write, now)
  }
  await noteLastWords(database.write)
}

/** Where more than one is sought, one has been hired and one stands before the offer; the closed job found its own. */
const finalistAt = (job: DemoJob, index: number, opened: number, end: number): number | undefined => {
  if (job.state !== 'closed' && job.seats < 2) return undefined
  if (index === 7) return opened + 3 * day
  return index === 11 && job.state === 'open' ? end - 24 * day : undefined
}

/** The cast as actors with the rights their roles have by default. */
const castActors = async (rooms: readonly Room[]): Promise<Record<CastName, Actor>> =>
  Object.fromEntries(
    Object.entries(people).map(([key, person]) => [
      key,
      {
        kind: 'user',
        id: person.id as never,
        name: person.name,
        roles: person.roles,
        permissions: new Set(
          rooms
            .flatMap((room) => room.permissions ?? [])
            .filter((right) => right.roles.some((role) => (person.roles as readonly string[]).includes(role)))
            .map((right) => right.name),
        ),
      } satisfies Actor,
    ]),
  ) as unknown as Record<CastName, Actor>
