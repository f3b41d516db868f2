/** A JSON Resume (jsonresume.org) as lines of text with headings; undefined for any other document. */
export function renderResumeJson(parsed: unknown): string | undefined {
  if (!isRecord(parsed) || !isRecord(parsed.basics)) return undefined
  const basics = parsed.basics
  const location = isRecord(basics.location) ? basics.location : {}
  const lines = [
    text(basics.name),
    text(basics.label),
    ...[basics.email, basics.phone, basics.url ?? basics.website].map(text),
    join(', ', location.address, location.postalCode, location.city, location.region, location.countryCode),
    ...list(basics.profiles).map(
      (profile) => text(profile.url) || join(': ', profile.network, profile.username),
    ),
    text(basics.summary),
  ]
  for (const [heading, key] of PARTS) {
    const entries = list(parsed[key])
    if (entries.length === 0) continue
    lines.push('', heading)
    for (const entry of entries) lines.push('', ...renderEntry(entry))
  }
  return lines.filter((line, at) => line !== '' || lines[at - 1] !== '').join('\n')
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}

export function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

const PARTS: [string, string][] = [
  ['Experience', 'work'],
  ['Volunteer', 'volunteer'],
  ['Education', 'education'],
  ['Skills', 'skills'],
  ['Languages', 'languages'],
  ['Projects', 'projects'],
  ['Certificates', 'certificates'],
  ['Awards', 'awards'],
  ['Publications', 'publications'],
  ['Interests', 'interests'],
]

function join(separator: string, ...values: unknown[]): string {
  return values
    .map(text)
    .filter((value) => value !== '')
    .join(separator)
}

function renderEntry(entry: Record<string, unknown>): string[] {
  const strings = (value: unknown) =>
    Array.isArray(value) ? value.map(text).filter((line) => line !== '') : []
  return [
    join(', ', entry.position, entry.studyType, entry.area),
    join(
      ', ',
      entry.name ?? entry.company ?? entry.organization ?? entry.institution ?? entry.title ?? entry.language,
      entry.location,
      entry.fluency ?? entry.level,
      entry.issuer ?? entry.awarder ?? entry.publisher,
    ),
    join(' - ', entry.startDate ?? entry.date ?? entry.releaseDate, entry.endDate),
    text(entry.summary ?? entry.description),
    ...strings(entry.highlights).map((line) => `• ${line}`),
    strings(entry.keywords).join(', '),
  ].filter((line) => line !== '')
}
