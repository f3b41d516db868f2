/**
 * Milliseconds of the processor that this thread has used for itself: what other work on the machine does not lengthen.
 * For inputs built against an algorithm, where too slow means minutes; what is fast is the benchmark's to say.
 */
export const processorMs = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
