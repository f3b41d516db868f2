import type { ProminentLine } from './extracted-text.ts'
import { fold } from './fold.ts'
import { type Line, type Quote, quote } from './lines.ts'
import { namesPlace } from './places.ts'
import { isHeading } from './sections.ts'
import { stripEnd } from './strip.ts'
import { namesOrganisation, namesRole, namesSchool } from './work-words.ts'

export type PersonName = { full: string; quote: Quote }

/**
 * The name of the person a résumé is about: a labelled name first, else the best of the first lines by
 * how early it stands, how large it is set and whether the mail address repeats it.
 */
export function findName(
  lines: readonly Line[],
  hints: { prominent?: readonly ProminentLine[]; emails?: readonly string[] } = {},
): PersonName | undefined {
  const filled = lines.filter((line) => line.text !== '')
  const top = filled.slice(0, 25)
  const labelled = findLabelled(filled.slice(0, 60))
  if (labelled) return labelled
  const locals = (hints.emails ?? []).map((address) => fold(address.split('@')[0]!))
  const largest = hints.prominent?.reduce((size, line) => Math.max(size, line.size), 0) ?? 0
  let best: { name: string; line: Line; score: number } | undefined
  top.forEach((line, at) => {
    for (const cell of line.text
      .slice(0, 300)
      .split(/\t| [|•·–-] |, | {2,}/)
      .slice(0, 3)) {
      const name = cleanName(cell)
      if (!name) continue
      const size =
        hints.prominent?.find((big) => big.text === line.text || big.text.includes(cell))?.size ?? 0
      const parts = fold(name)
        .split(/[ .'-]+/)
        .filter((part) => part.length > 2)
      const inMail = parts.some((part) => locals.some((local) => local.includes(part)))
      const single = !/\s/.test(name.trim())
      if (single && !(size > 0 && size === largest) && !(inMail && at === 0)) continue
      const score =
        10 -
        at * 0.7 +
        (size > 0 ? 3 : 0) +
        (size > 0 && size === largest ? 4 : 0) +
        (inMail ? 6 : 0) -
        (single ? 2 : 0)
      if (score > (best?.score ?? 0)) best = { name, line, score }
    }
  })
  if (!best) return undefined
  return { full: properCase(best.name), quote: quote(best.line, best.name) }
}

function findLabelled(lines: readonly Line[]): PersonName | undefined {
  for (const [at, line] of lines.entries()) {
    const own =
      /^(?:full |candidate |vor- und nach)?(?:name|nom|nombre|nome|naam|imię i nazwisko|nome e cognome|nom et prénom|氏[\s\u3000]?名|ονοματεπώνυμο) ?(?:[:：\t]| - )(.{2,60})$/iu.exec(
        line.text,
      )
    const value = own?.[1] ?? (/^氏[\s\u3000]?名$/.test(line.text) ? lines[at + 1]?.text : undefined)
    const name = value && (cleanName(value.split(/\t|\s{3,}/)[0]!) ?? japaneseName(value))
    if (name) return { full: properCase(name), quote: quote(own ? line : lines[at + 1]!, name) }
  }
  for (const line of lines) {
    const name = japaneseName(line.text)
    if (name) return { full: name, quote: quote(line, name) }
  }
  return undefined
}

// A family name and a given name in Chinese characters, set apart by a space.
function japaneseName(text: string): string | undefined {
  const name = /^([\u3400-\u9fff々]{1,4})[ \u3000]([\u3400-\u9fff々\u3041-\u30fa]{1,5})$/.exec(text.trim())
  if (!name || isHeading(text.replace(/\s/g, '')) || NOT_NAMES_JA.test(text.replace(/\s/g, '')))
    return undefined
  return text.trim()
}

const NOT_NAMES_JA = /^履歴書$|現在|電話|写真|学歴|職歴|免許|以上|年月|番号|配偶/

function cleanName(cell: string): string | undefined {
  const bare = cell
    .replace(
      /^(?:(?:resume|résumé|curriculum vitae|cv|lebenslauf|curriculum)(?: of| de| von| –| -|:)?|name\s*:)\s/i,
      '',
    )
    .replace(/\((?:he|she|they|er|sie|ihr)[^)]{0,20}\)/i, '')
    .replace(/^[^\p{L}]+/u, '')
    .trim()
  const text = stripEnd(bare, ',;:.')
  if (text.length < 2 || text.length > 45 || /[\d@/\\:<>|_=?!"“”%&+;#*]/.test(text)) return undefined
  const parts = text.split(/\s+/)
  if (parts.length > 6) return undefined
  const solid = parts.filter((part) => !PARTICLES.has(fold(part)))
  if (solid.length === 0 || solid.length > 5) return undefined
  if (!solid.every((part) => /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}+|\(\p{L}+\))$/u.test(part))) return undefined
  if (isHeading(text) || namesPlace(text) || namesSchool(text)) return undefined
  if (parts.some((part) => NOT_NAMES.has(fold(part).replace(/[.,]/g, '')))) return undefined
  if (namesRole(text.replace(/^(?:dr|prof|doctor|professor)\.? /i, '')) || namesOrganisation(text))
    return undefined
  return text
}

// "MAYA OKONKWO" and "Jean DUPONT": capitals are the form's, not the name's.
function properCase(name: string): string {
  return name
    .split(' ')
    .map((part) =>
      /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(part) || (name === name.toUpperCase() && /^\p{Lu}{2}$/u.test(part))
        ? part.toLowerCase().replace(/(?:^|['’-])\p{L}/gu, (start) => start.toUpperCase())
        : /^DR\.?$|^PROF\.?$/.test(part)
          ? part[0] + part.slice(1).toLowerCase()
          : part,
    )
    .join(' ')
}

const PARTICLES = new Set(
  'van von der den de del della di da dos das do la le el al bin ibn ben ter ten zu zur af av y e und'.split(
    ' ',
  ),
)
const NOT_NAMES = new Set(
  `resume cv curriculum vitae lebenslauf rirekisho page address phone email mobile objective template example sample photo street road
  avenue skip content menu download home index date birth nationality male female married single gender india usa seeking looking
  professional experience education skills summary profile contact about work career details personal information science technology
  computer business administration management information bachelor master degree diploma certificate january february march april
  june july august september october november december present software hardware data web digital marketing sales finance human
  resources willing relocate authorized linkedin github indeed portfolio website curriculo bewerbung candidature
  java python javascript sql html css linux windows oracle sap tagline position graduate
  celibataire marie ans francaise residence rue`.split(/\s+/),
)
