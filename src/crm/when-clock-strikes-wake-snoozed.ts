import { defineSchedule } from '../kernel/reaction.ts'
import { wakeDueProspects } from './prospects/snooze.ts'

export const whenClockStrikesWakeSnoozed = defineSchedule({
  name: 'wake-snoozed-prospects',
  cron: '*/15 * * * *',
  handle: async (running) => void (await running.run(wakeDueProspects, {})),
})
