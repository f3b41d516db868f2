import { readFile } from 'node:fs/promises'
import { readResume } from '../documents/model/resume.ts'
import { createTextExtraction, type TextExtractionOptions } from './text-extraction.ts'
import { whyNotRead } from './why-not-read.ts'

/** One line of `cli read-resume`: what was read from one file, or why nothing was. */
export type ReadResumeLine = {
  file: string
  ok: boolean
  error?: string
  name: string | null
  emails: string[]
  phones: string[]
  links: string[]
  skills: string[]
  employers: string[]
  titles: string[]
  schools: string[]
  degrees: string[]
  language: string | null
  ms: number
}

/** Reads résumés one after the other; a file that cannot be read gives a line that says why. */
export async function* readResumeFiles(
  files: Iterable<string>,
  options: TextExtractionOptions = {},
): AsyncGenerator<ReadResumeLine> {
  const extraction = createTextExtraction(options)
  try {
    for (const file of files) {
      const started = performance.now()
      // One file must not take the rest of a long list with it, whatever it holds.
      const line = await readOne(file, (bytes) => extraction.read(bytes, file)).catch((error: unknown) => ({
        ...nothingRead(file),
        error: `unreadable: ${error instanceof Error ? error.message : String(error)}`,
      }))
      yield { ...line, ms: Math.round(performance.now() - started) }
    }
  } finally {
    await extraction.close()
  }
}

async function readOne(
  file: string,
  extract: (bytes: Uint8Array) => ReturnType<ReturnType<typeof createTextExtraction>['read']>,
): Promise<Omit<ReadResumeLine, 'ms'>> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    return { ...nothingRead(file), error: whyNotRead(error) }
  }
  const extracted = await extract(bytes)
  if (!extracted.ok) return { ...nothingRead(file), error: `${extracted.reason}: ${extracted.says}` }
  const facts = readResume(extracted.text, extracted)
  return {
    file,
    ok: true,
    name: facts.name?.full ?? null,
    emails: facts.emails.map((mail) => mail.address),
    phones: facts.phones.map((phone) => phone.written),
    links: facts.links.map((link) => link.url),
    skills: unique(facts.skills.map((skill) => skill.written)),
    employers: unique(facts.employments.map((work) => work.employer)),
    titles: unique([...facts.employments.map((work) => work.title)]),
    schools: unique(facts.education.map((study) => study.school)),
    degrees: unique(facts.education.map((study) => study.degree)),
    language: facts.language ?? null,
  }
}

function nothingRead(file: string): Omit<ReadResumeLine, 'ms'> {
  return {
    file,
    ok: false,
    name: null,
    emails: [],
    phones: [],
    links: [],
    skills: [],
    employers: [],
    titles: [],
    schools: [],
    degrees: [],
    language: null,
  }
}

// One spelling each, the first one met.
function unique(values: readonly (string | undefined)[]): string[] {
  const seen = new Map<string, string>()
  for (const value of values)
    if (value && !seen.has(value.toLowerCase())) seen.set(value.toLowerCase(), value)
  return [...seen.values()]
}
