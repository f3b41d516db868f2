import type { ActGroup } from './palette-store.ts'

/** What of these groups answers to the words: every word begins a word of the label; empty words keep everything. */
export const actsFor = (groups: readonly ActGroup[], words: string): ActGroup[] => {
  const asked = plain(words).split(/\s+/u).filter(Boolean)
  return groups
    .map((group) => ({
      ...group,
      acts: group.acts.filter((act) => {
        const parts = plain(`${act.label} ${group.title}`).split(/[^\p{L}\p{N}]+/u)
        return asked.every((word) => parts.some((part) => part.startsWith(word)))
      }),
    }))
    .filter((group) => group.acts.length > 0)
}

/** The prefix that narrows the palette: > only acts, @ only people, # only jobs. */
export const scopeOf = (
  typed: string,
): { readonly scope: 'all' | 'acts' | 'people' | 'jobs'; readonly words: string } => {
  const scope = ({ '>': 'acts', '@': 'people', '#': 'jobs' } as const)[typed.trimStart()[0] ?? '']
  return scope ? { scope, words: typed.trimStart().slice(1).trim() } : { scope: 'all', words: typed.trim() }
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
