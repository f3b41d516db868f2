import { defineSchedule } from '../kernel/reaction.ts'
import { sendDueSteps } from './sequences/send-due-steps.ts'

/** So many batches in one go; the next minute takes the rest. */
const mostBatches = 25

export const whenClockStrikesSendDueSteps = defineSchedule({
  name: 'when-clock-strikes-send-due-steps',
  cron: '* * * * *',
  handle: async (running) => {
    for (let batch = 0; batch < mostBatches && !running.stopping.aborted; batch++) {
      const done = await running.run(sendDueSteps, { limit: 200 })
      if (!done.ok || !done.value.more) return
    }
  },
})
