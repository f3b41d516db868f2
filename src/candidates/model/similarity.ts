/** How many letters must be added, dropped, replaced or swapped with a neighbour (optimal string alignment); `limit + 1` when more than `limit`. */
export function typingErrors(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length === 0 || right.length === 0) return left.length + right.length
  // Both ends of what is left differ: within one error that is one letter replaced or two neighbours swapped.
  if (limit === 1 && (left.length > 2 || right.length > 2)) return 2
  return alignment(left, right, limit)
}

/** Jaro's similarity with Winkler's bonus for a shared beginning, 0 to 1 (Winkler 1990). */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Array<boolean>(b.length).fill(false)
  const matchedA: string[] = []
  for (let at = 0; at < a.length; at++) {
    const end = Math.min(b.length, at + reach + 1)
    for (let other = Math.max(0, at - reach); other < end; other++) {
      if (taken[other] || a[at] !== b[other]) continue
      taken[other] = true
      matchedA.push(a[at]!)
      break
    }
  }
  const matches = matchedA.length
  if (matches === 0) return 0
  const matchedB = [...b].filter((_, at) => taken[at])
  const outOfOrder = matchedA.filter((letter, at) => letter !== matchedB[at]).length / 2
  const jaro = (matches / a.length + matches / b.length + (matches - outOfOrder) / matches) / 3
  let shared = 0
  while (shared < 4 && shared < a.length && a[shared] === b[shared]) shared++
  return jaro + shared * 0.1 * (1 - jaro)
}

/** Letter pairs of a text without its spaces, sorted: what `sharedPairs` compares. */
export function letterPairs(folded: string): Uint32Array {
  const letters = folded.replace(/[^\p{L}\p{N}]+/gu, '')
  const pairs = new Uint32Array(Math.max(0, letters.length - 1))
  for (let at = 0; at < pairs.length; at++)
    pairs[at] = letters.charCodeAt(at) * 65536 + letters.charCodeAt(at + 1)
  return pairs.sort()
}

/** Dice's coefficient over letter pairs, 0 to 1: bears moved words, lost and added spaces. */
export function sharedPairs(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      shared++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return (2 * shared) / (a.length + b.length)
}

function alignment(a: string, b: string, limit: number): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const now = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(last[column]! + 1, now[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      const swapped =
        !same && row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1)
      now.push(cost)
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    beforeLast = last
    last = now
  }
  return Math.min(last[b.length]!, limit + 1)
}
