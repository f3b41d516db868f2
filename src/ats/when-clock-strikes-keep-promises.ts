import { defineSchedule } from '../kernel/reaction.ts'
import { forgetKept, markMissedPromises, wakeHeldApplications } from './applications/keep-promises.ts'

/** What the clock does here: held applications come back, missed promises show, kept forms are erased. */
export const atsSchedules = [
  defineSchedule({
    name: 'wake-held-applications',
    cron: '*/15 * * * *',
    handle: async (running) => void (await running.run(wakeHeldApplications, {})),
  }),
  defineSchedule({
    name: 'mark-missed-promises',
    cron: '*/10 * * * *',
    handle: async (running) => void (await running.run(markMissedPromises, {})),
  }),
  defineSchedule({
    name: 'forget-kept-forms',
    cron: '17 2 * * *',
    handle: async (running) => void (await running.run(forgetKept, {})),
  }),
]
