import { fold } from './fold.ts'
import { type Line, type Quote, quote, withoutBullet } from './lines.ts'
import { SKILL_LIST } from './skill-list.ts'
import { stripEnd, stripStart } from './strip.ts'

export type Skill = {
  /** As the list names it, or as written when the list does not know it. */
  name: string
  written: string
  /** True when it stands under a skills heading, not just somewhere in the text. */
  listed: boolean
  quote: Quote
}

/**
 * Skills of a résumé: what stands under a skills heading item by item, and what the skill list knows
 * anywhere in the text. Compared by whole words, so that Java is not JavaScript and C is not C++.
 */
export function findSkills(all: readonly Line[], listed: readonly Line[]): Skill[] {
  const found = new Map<string, Skill>()
  const add = (skill: Skill) => {
    const key = fold(skill.name)
    if (!found.has(key)) found.set(key, skill)
  }
  for (const line of listed) {
    for (const item of cutItems(line.text)) {
      const known = KNOWN.get(key(item))
      add({ name: known?.name ?? item, written: item, listed: true, quote: quote(line, item) })
    }
  }
  const under = new Set(listed.map((line) => line.at))
  for (const line of all) {
    for (const { name, written } of spotSkills(line.text, under.has(line.at)))
      add({ name, written, listed: under.has(line.at), quote: quote(line, written) })
  }
  return [...found.values()].slice(0, 300)
}

/** Skills of the list that occur in a text, longest first where they overlap, each with its words. */
export function spotSkills(text: string, asList = false): { name: string; written: string }[] {
  const tokens = [...text.slice(0, 20_000).matchAll(TOKEN)]
  const found: { name: string; written: string }[] = []
  for (let at = 0; at < tokens.length; ) {
    let taken = 1
    const reach = REACH.get(key(tokens[at]![0]).split(' ')[0]!) ?? 0
    for (let length = Math.min(reach, tokens.length - at); length >= 1; length--) {
      const last = tokens[at + length - 1]!
      const written = text.slice(tokens[at]!.index, last.index + last[0].length)
      const known = KNOWN.get(key(written))
      if (!known || (known.everyday && !asList && !JUST_SO.has(written))) continue
      if (known.everyday && !asList && !standsInList(text, tokens[at]!.index, written.length)) continue
      found.push({ name: known.name, written })
      taken = length
      break
    }
    at += taken
  }
  return found
}

// An everyday word is a skill in running text only between commas: "Go, Rust and C".
function standsInList(text: string, from: number, length: number): boolean {
  return (
    /(?:^|[,;:/|•(&\t]| and)$/.test(text.slice(Math.max(0, from - 5), from).trimEnd()) &&
    /^\s*(?:[,;/|•)&\t]|and |$|\.$)/.test(text.slice(from + length, from + length + 5))
  )
}

const TOKEN = /\.?[\p{L}\p{N}][\p{L}\p{N}+#]*(?:[.'’&/-][\p{L}\p{N}+#]+)*/gu

function key(written: string): string {
  return stripEnd(fold(written), '.,;:').replace(/[-_\s]+/g, ' ')
}

function cutItems(text: string): string[] {
  if (text.length > 600) return []
  const plain = withoutBullet(text).replace(
    /\((?:less than |more than )?\d{1,2}\+? (?:years?|months?)\)/gi,
    ',',
  )
  const label = /^([^:]{2,40}):\s/.exec(plain)
  const items = (label ? plain.slice(label[0].length) : plain).split(
    /\t|[,;•|·●▪]|\s[–—-]\s|\s{2,}|\s\/\s| and (?=\S+$)/,
  )
  return items
    .map((item) => stripEnd(stripStart(item, '(*"“-'), ')*"”.:-'))
    .filter(
      (item) =>
        item.length > 1 &&
        item.length <= 45 &&
        item.split(' ').length <= 5 &&
        /\p{L}/u.test(item) &&
        !LEVELS.test(item),
    )
}

const LEVELS =
  /^(?:beginner|basic|intermediate|advanced|expert|master|good|excellent|proficient|familiar|fluent|native|conversational|none|n\/a|years?|months?|skills?|etc|and|others?|level|grundkenntnisse|gut|sehr gut)$|@|https?:/i

const KNOWN = new Map<string, { name: string; everyday: boolean }>()
const JUST_SO = new Set<string>()
// How many words the longest name that begins with a word has; most words begin none.
const REACH = new Map<string, number>()
for (const line of SKILL_LIST.split('\n')) {
  if (line === '' || line.startsWith('# ')) continue
  const [first = '', ...aliases] = line.split(', ')
  const everyday = first.endsWith('!')
  const name = everyday ? first.slice(0, -1) : first
  KNOWN.set(key(name), { name, everyday })
  JUST_SO.add(name)
  for (const alias of aliases) if (!KNOWN.has(key(alias))) KNOWN.set(key(alias), { name, everyday: false })
}
for (const name of KNOWN.keys()) {
  const parts = name.split(' ')
  REACH.set(parts[0]!, Math.max(REACH.get(parts[0]!) ?? 0, parts.length))
}
