import type { DemoJob } from './job.ts'
import { design, field, finance, lead, sales } from './jobs-beside-engineers.ts'
import { embedded, motion, perception, tester } from './jobs-of-engineers.ts'

/** Nine jobs, in all states; the dice fall in this order. */
export const demoJobs: readonly DemoJob[] = [
  motion,
  perception,
  field,
  embedded,
  design,
  finance,
  sales,
  lead,
  tester,
]
