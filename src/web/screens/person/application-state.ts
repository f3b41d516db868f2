const sides: Readonly<Record<string, string>> = {
  rejected: 'Not now',
  withdrawn: 'Withdrew',
  closed: 'Closed',
  hired: 'Hired',
}

/** Where an application stands, in a word or two: its stage while it runs, how it ended and when afterwards. */
export const applicationState = (application: {
  readonly state: string
  readonly stage: string
  readonly closedAt: string | null
  readonly heldUntil: string | null
}): string => {
  if (application.state === 'active')
    return application.heldUntil ? `${application.stage}, on hold` : application.stage
  const year = application.closedAt?.slice(0, 4)
  return [sides[application.state] ?? application.state, year].filter(Boolean).join(', ')
}
