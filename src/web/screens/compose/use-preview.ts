import { useDebouncedValue } from '@mantine/hooks'
import { useAsk } from '../../api/use-ask.ts'
import type { Draft } from './use-draft.ts'

/** Whom a mail is for and what it is about. */
export interface About {
  readonly candidateIds: readonly string[]
  readonly purpose: 'process' | 'outreach'
  readonly applicationId?: string | null | undefined
  readonly jobId?: string | null | undefined
}

/** The reference of a mail as a command takes it: what is not known is not named. */
export const aboutOf = ({ candidateIds, purpose, applicationId, jobId }: About) => ({
  candidateIds: [...candidateIds],
  purpose,
  ...(applicationId ? { applicationId } : {}),
  ...(jobId ? { jobId } : {}),
})

const mostPreviewed = 100

/** What the first readers would get and what the guard says of each; empty until it has answered. */
export const usePreview = (about: About, draft: Draft, enabled: boolean) => {
  // A query is an address: a text that is the same for everybody need not travel in it.
  const { text, subject, ...template } = draft.merges ? draft.sent : { text: '', subject: '' }
  const asked = {
    ...aboutOf({ ...about, candidateIds: about.candidateIds.slice(0, mostPreviewed) }),
    ...template,
    ...('template' in template
      ? { ...(text === undefined ? {} : { text: text || '…' }), ...(subject ? { subject } : {}) }
      : { text: text || '…', subject: subject || 'Re' }),
  }
  const [settled] = useDebouncedValue(asked, 250)
  return useAsk('messaging.previewMail', settled, { enabled, retry: false }).data?.mails ?? []
}
