/** The states of a job as people say them. */
export const jobStateSays = { open: 'Open', draft: 'Draft', 'on-hold': 'On hold', closed: 'Closed' } as const

export const employmentSays = {
  'full-time': 'Full-time',
  'part-time': 'Part-time',
  contract: 'Contract',
  temporary: 'Temporary',
  internship: 'Internship',
} as const

export const workplaceSays = { 'on-site': 'On site', hybrid: 'Hybrid', remote: 'Remote' } as const

export const roleSays = {
  recruiter: 'Recruiter',
  'hiring-manager': 'Hiring manager',
  coordinator: 'Coordinator',
  sourcer: 'Sourcer',
  interviewer: 'Interviewer',
} as const

/** Choices of a select from such words. */
export const choicesFrom = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
