import type { OutputOf, Queries } from '../api/client.ts'

type Told = OutputOf<Queries, 'views.notifications'>[number]

/** A notification as a sentence; who went out of sight since is not named. */
export const toldWords = (told: Pick<Told, 'kind' | 'candidateName' | 'jobTitle'>): string => {
  const who = told.candidateName ?? 'Somebody'
  return (
    (
      {
        reply: `${who} wrote`,
        application: `${who} applied`,
        assigned: told.candidateName
          ? `You are asked to see to ${told.candidateName}`
          : 'You were given something to do',
        owner: `${who} is yours now`,
        mention: told.candidateName
          ? `You are mentioned in a note on ${told.candidateName}`
          : 'You are mentioned in a note',
        approval: `A seat waits for your approval`,
        'approval-decided': `The seat you asked for was decided on`,
        'promise-missed': `${who} was promised an answer that did not come`,
        interview: `You are to interview ${told.candidateName ?? 'somebody'}`,
        'interview-time': `Your interview with ${told.candidateName ?? 'somebody'} has a time`,
        'time-chosen': `${told.candidateName ?? 'Somebody'} chose the time of an interview`,
        'interview-off': `Your interview with ${told.candidateName ?? 'somebody'} is called off`,
        'erasure-request': `${who} asks to be erased`,
        'mail-bounced': `Your mail to ${who} came back`,
        'mail-failed': `Your mail to ${who} could not be sent`,
        'mail-refused': `The mail server refused a mail`,
      } as Readonly<Record<string, string>>
    )[told.kind] ?? (told.candidateName ? `News of ${told.candidateName}` : 'News')
  )
}

/** Where it can be seen or finished. */
export const doorOf = (
  told: Pick<Told, 'kind' | 'candidateId' | 'candidateName' | 'jobId' | 'subjectId'>,
): string => {
  if (told.kind === 'reply' && told.subjectId) return `/inbox?show=all&open=${told.subjectId}`
  if (told.kind === 'approval') return '/'
  if ((told.kind === 'interview' || told.kind === 'interview-time') && told.subjectId)
    return `/scorecards/${told.subjectId}`
  if (told.candidateId && told.candidateName) return `/candidates/${told.candidateId}`
  return told.jobId ? `/jobs/${told.jobId}` : '/'
}
