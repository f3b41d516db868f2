import { defineSchedule } from '../../kernel/reaction.ts'
import { forgetAnswers } from './forget-answers.ts'

export const whenNightForgetAnswers = defineSchedule({
  name: 'forget-answers',
  cron: '37 2 * * *',
  handle: async ({ run }) => {
    await run(forgetAnswers, {})
  },
})
