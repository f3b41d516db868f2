import type { ResumeFacts } from './resume-facts.ts'
import { isRecord, list, renderResumeJson, text } from './resume-json.ts'

/** The facts a JSON Resume states outright; undefined for any other document. */
export function factsFromResumeJson(parsed: unknown): ResumeFacts | undefined {
  if (renderResumeJson(parsed) === undefined || !isRecord(parsed) || !isRecord(parsed.basics))
    return undefined
  const basics = parsed.basics
  const at = (value: string) => ({ text: value, from: 0, to: 0 })
  const strings = (values: unknown) =>
    Array.isArray(values) ? values.map(text).filter((value) => value !== '') : []
  const location = isRecord(basics.location)
    ? [basics.location.city, basics.location.region, basics.location.countryCode]
        .map(text)
        .filter((part) => part !== '')
        .join(', ')
    : ''
  const links = [basics.url ?? basics.website, ...list(basics.profiles).map((profile) => profile.url)].map(
    text,
  )
  return {
    ...(text(basics.name) && { name: { full: text(basics.name), quote: at(text(basics.name)) } }),
    ...(text(basics.label) && { headline: text(basics.label) }),
    ...(location && { location: { text: location, quote: at(location) } }),
    emails: [text(basics.email)].filter(Boolean).map((address) => ({ address, quote: at(address) })),
    phones: [text(basics.phone)].filter(Boolean).map((written) => ({ written, quote: at(written) })),
    links: links.filter(Boolean).map((url) => ({ url })),
    employments: list(parsed.work).map((work) => ({
      employer: text(work.name ?? work.company) || undefined,
      title: text(work.position) || undefined,
      start: text(work.startDate) || undefined,
      end: text(work.endDate) || (text(work.startDate) ? 'present' : undefined),
      summary: [text(work.summary), ...strings(work.highlights)].filter(Boolean).join('\n') || undefined,
      quote: at([work.position, work.name ?? work.company].map(text).filter(Boolean).join(', ')),
    })),
    education: list(parsed.education).map((study) => ({
      school: text(study.institution) || undefined,
      degree: text(study.studyType) || undefined,
      field: text(study.area) || undefined,
      start: text(study.startDate) || undefined,
      end: text(study.endDate) || undefined,
      quote: at(text(study.institution)),
    })),
    skills: list(parsed.skills)
      .flatMap((skill) => [text(skill.name), ...strings(skill.keywords)])
      .filter(Boolean)
      .map((name) => ({ name, written: name, listed: true, quote: at(name) })),
    languages: list(parsed.languages)
      .map((spoken) => ({ name: text(spoken.language), level: text(spoken.fluency) || undefined }))
      .filter((spoken) => spoken.name !== '')
      .map((spoken) => ({ ...spoken, quote: at(spoken.name) })),
  }
}
