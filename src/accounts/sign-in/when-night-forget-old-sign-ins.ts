import { defineSchedule } from '../../kernel/reaction.ts'
import { forgetOldSignIns } from './forget-old-sign-ins.ts'

export const whenNightForgetOldSignIns = defineSchedule({
  name: 'forget-old-sign-ins',
  cron: '17 2 * * *',
  handle: async ({ run }) => {
    await run(forgetOldSignIns, {})
  },
})
