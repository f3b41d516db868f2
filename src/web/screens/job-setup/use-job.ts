import type { OutputOf, Queries } from '../../api/client.ts'
import { useAsk } from '../../api/use-ask.ts'

export type Job = OutputOf<Queries, 'ats.job'>

export const useJob = (jobId: string) => useAsk('ats.job', { jobId: jobId as never })
