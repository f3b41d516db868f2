import type { Quote } from './lines.ts'
import type { Contact } from './resume-contact.ts'
import type { Education } from './resume-education.ts'
import type { Employment } from './resume-employments.ts'
import type { SpokenLanguage } from './resume-languages.ts'
import type { PersonName } from './resume-name.ts'
import type { Skill } from './resume-skills.ts'

/** What rules could read from a résumé, each fact with the words it came from. */
export type ResumeFacts = Contact & {
  name?: PersonName
  headline?: string
  location?: { text: string; quote: Quote }
  employments: Employment[]
  education: Education[]
  skills: Skill[]
  languages: SpokenLanguage[]
  /** ISO 639-1 of the text. */
  language?: string
}
