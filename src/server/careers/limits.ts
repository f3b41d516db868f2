/**
 * Counts what costs us time before anything is written (a file stored, a résumé read), in this process. Answers whether
 * one more is allowed: at most `most` in `minutes` from one address (R32).
 */
export const limiter = (most: number, minutes: number, now: () => number = Date.now) => {
  const seen = new Map<string, number[]>()
  return (key: string): boolean => {
    const since = now() - minutes * 60_000
    if (seen.size > 10_000) for (const [one, times] of seen) if ((times.at(-1) ?? 0) < since) seen.delete(one)
    const times = (seen.get(key) ?? []).filter((at) => at >= since)
    if (times.length >= most) return false
    seen.set(key, [...times, now()])
    return true
  }
}
