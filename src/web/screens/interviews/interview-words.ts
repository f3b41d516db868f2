import type { InterviewKind, InterviewState } from '../../../ats/model/interview.ts'

export const interviewKindSays: Readonly<Record<InterviewKind, string>> = {
  video: 'By video',
  'on-site': 'On site',
  call: 'By telephone',
  exercise: 'Exercise',
}

export const interviewStateSays: Readonly<Record<InterviewState, string>> = {
  planned: 'No time yet',
  booked: 'Booked',
  'waits-for-feedback': 'Waits for scorecards',
  complete: 'Complete',
  cancelled: 'Called off',
}
