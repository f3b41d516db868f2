import type { DefaultTemplate } from './letter.ts'
import { lettersOfInterviews } from './letters-of-interviews.ts'
import { lettersOfOutreach } from './letters-of-outreach.ts'
import { lettersOfProcess } from './letters-of-process.ts'

/** What the product says when nobody wrote another text; a saved template of the same key and language replaces it. */
export const defaultTemplates: readonly DefaultTemplate[] = [
  ...lettersOfProcess,
  ...lettersOfInterviews,
  ...lettersOfOutreach,
]
