import type { ProminentLine } from './extracted-text.ts'
import { type Line, quote, toLines } from './lines.ts'
import { namesPlace } from './places.ts'
import { findContact } from './resume-contact.ts'
import { findEducation } from './resume-education.ts'
import { findEmployments } from './resume-employments.ts'
import type { ResumeFacts } from './resume-facts.ts'
import { factsFromResumeJson } from './resume-json-facts.ts'
import { detectLanguage, findSpokenLanguages } from './resume-languages.ts'
import { findName, type PersonName } from './resume-name.ts'
import { findSkills } from './resume-skills.ts'
import { cutSections, type SectionKind } from './sections.ts'

export type { ResumeFacts } from './resume-facts.ts'

export type ResumeHints = {
  prominent?: readonly ProminentLine[]
  links?: readonly string[]
  resumeJson?: unknown
  /** ISO 3166 country whose phone numbers are written without a code. */
  country?: string
}

const LONGEST_TEXT = 200_000

/**
 * Reads a résumé by rules alone: the same text always gives the same facts, and the time it takes grows
 * with the length of the text. What the rules cannot tell is left out, never guessed by chance.
 */
export function readResume(text: string, hints: ResumeHints = {}): ResumeFacts {
  const structured = hints.resumeJson === undefined ? undefined : factsFromResumeJson(hints.resumeJson)
  if (structured) return structured
  const lines = toLines(text.slice(0, LONGEST_TEXT))
  const sections = cutSections(lines, new Set(hints.prominent?.map((line) => line.text)))
  const of = (...kinds: SectionKind[]) =>
    sections.filter((section) => kinds.includes(section.kind)).flatMap((section) => section.lines)
  // The addresses of people who vouch for somebody are not that person's own.
  const others = new Set(of('references').map((line) => line.at))
  const contact = findContact(
    lines.filter((line) => !others.has(line.at)),
    hints,
  )
  const name = findName(lines, {
    prominent: hints.prominent,
    emails: contact.emails.map((mail) => mail.address),
  })
  const experience = of('experience')
  const education = of('education')
  const location = findLocation([...of('head'), ...of('contact')])
  const headline = findHeadline(lines, name)
  const language = detectLanguage(text)
  return {
    ...contact,
    ...(name && { name }),
    ...(headline && { headline }),
    ...(location && { location }),
    employments: findEmployments(
      experience.length > 0 ? experience : of('head', 'summary', 'projects', 'other'),
    ),
    education: findEducation(
      education.length > 0 ? education : of('credentials', 'head').filter((line) => line.text.length < 120),
    ),
    skills: findSkills(lines, of('skills')),
    languages: findSpokenLanguages(of('languages')),
    ...(language && { language }),
  }
}

function findLocation(lines: readonly Line[]): ResumeFacts['location'] {
  for (const line of lines.slice(0, 30)) {
    for (const piece of line.text.split(/\t| [|•·-] |: /)) {
      const place = piece.trim()
      if (place.includes(',') && place.length < 80 && namesPlace(place))
        return { text: place, quote: quote(line, place) }
    }
  }
  return undefined
}

// What a person calls themself stands right below the name.
function findHeadline(lines: readonly Line[], name: PersonName | undefined): string | undefined {
  if (!name) return undefined
  const at = lines.findIndex(
    (line) => line.at <= name.quote.from && name.quote.to <= line.at + line.text.length,
  )
  const below = lines.slice(at + 1, at + 4).find((line) => line.text !== '')?.text
  return below && below.length < 90 && !/[\d@]/.test(below) ? below : undefined
}
