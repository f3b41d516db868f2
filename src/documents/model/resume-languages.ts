import { fold } from './fold.ts'
import { LANGUAGE_NAMES } from './language-names.ts'
import { type Line, type Quote, quote, withoutBullet } from './lines.ts'

export type SpokenLanguage = { name: string; level?: string; quote: Quote }

/** Languages a person says to speak, from lines under such a heading, with the level as written. */
export function findSpokenLanguages(lines: readonly Line[]): SpokenLanguage[] {
  const found = new Map<string, SpokenLanguage>()
  lines.forEach((line, at) => {
    if (line.text.length > 300) return
    const pieces = withoutBullet(line.text).split(/\t|[,;|/•·●]| and | und | et | y (?=\p{Lu})/u)
    pieces.forEach((piece, place) => {
      const name = languageOf(piece)
      if (!name || found.has(name)) return
      const own = levelOf(piece)
      const beside = pieces[place + 1] ?? ''
      const below = lines[at + 1]?.text ?? ''
      const level =
        own ||
        (languageOf(beside) ? '' : levelOf(beside)) ||
        (pieces.length === 1 && !languageOf(below) ? levelOf(below) : '')
      found.set(name, { name, ...(level && { level }), quote: quote(line, piece.trim()) })
    })
  })
  return [...found.values()]
}

/** The language a text is written in (ISO 639-1), or undefined for too little text. */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, 20_000)
  for (const [code, script] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) > Math.max(8, sample.length * 0.08)) return code
  const counts = new Map<string, number>()
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const [code, common] of COMMON_WORDS)
      if (common.has(word)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]
  return best && best[1] >= 3 ? best[0] : undefined
}

function languageOf(piece: string): string | undefined {
  const name = fold(piece.split(/[([:–—-]/)[0]!)
  if (name.length > 40) return undefined
  if (NAMES.has(name)) return NAMES.get(name)
  const first = name.split(' ')
  return NAMES.get(first[0] ?? '') ?? (first.length <= 3 ? NAMES.get(first.at(-1) ?? '') : undefined)
}

function levelOf(piece: string): string {
  const match = LEVEL.exec(piece)
  return match ? match[0].trim() : ''
}

const LEVEL =
  /\b(?:native(?: speaker| or bilingual(?: proficiency)?)?|mother tongue|bilingual|fluent|(?:full |limited )?(?:professional|working)(?: working)? proficiency|professional|advanced|upper[- ]intermediate|intermediate|conversational|elementary(?: proficiency)?|beginner|basic|proficient|good|excellent|[ABC][12](?:\.\d)?|muttersprache|muttersprachlich|flie(?:ß|ss)end|verhandlungssicher|gute kenntnisse|gut|grundkenntnisse|langue maternelle|courant|bilingue|lu,? (?:écrit|parlé)|intermédiaire|niveau scolaire|scolaire|débutant|notions|nativo|fluido|avanzado|intermedio|básico|materna|fluente|avançado|intermediário|madrelingua|fluente|ottimo|buono|scolastico|moedertaal|vloeiend|goed|redelijk|basis|ojczysty|biegły|zaawansowany|średniozaawansowany|podstawowy|komunikatywny)(?!\p{L})/iu

const NAMES = new Map(
  Object.entries(LANGUAGE_NAMES).flatMap(([name, aliases]) =>
    aliases.split('|').map((alias) => [alias, name] as const),
  ),
)

const SCRIPTS: [string, RegExp][] = [
  ['ja', /[\u3041-\u30fa]/g],
  ['ko', /[\uac00-\ud7a3]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['ru', /[\u0400-\u04ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u05d0-\u05ea]/g],
]

// Small words and résumé headings; words shared by several languages are left out.
const COMMON_WORDS: [string, Set<string>][] = [
  ['en', 'the and of with for to experience education skills from work at university engineer'],
  [
    'de',
    'und der die das mit für von bei den ein eine ausbildung kenntnisse berufserfahrung sprachen lebenslauf als im',
  ],
  [
    'fr',
    'et les des pour dans avec une du sur le formation compétences expérience langues professionnelle anglais',
  ],
  [
    'es',
    'y los las con para una por el experiencia educación formación habilidades idiomas universidad años del',
  ],
  ['nl', 'het een en van met voor werkervaring opleiding vaardigheden talen bij als op ik aan'],
  ['pt', 'e com para uma os dos formação experiência habilidades idiomas universidade em ao da do anos'],
  [
    'it',
    'il di con per una gli della nel esperienza formazione istruzione competenze lingue presso anni dei e',
  ],
  ['pl', 'i w z na do oraz doświadczenie wykształcenie umiejętności języki przez się zawodowe dla od'],
].map(([code, common]) => [code!, new Set(common!.split(' '))])
