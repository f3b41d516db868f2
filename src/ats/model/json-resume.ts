/** What a record knows of a person that a JSON Résumé can hold. */
export interface KnownOfPerson {
  readonly candidate: Readonly<Record<string, string | null>>
  readonly contactPoints: readonly {
    readonly kind: string
    readonly value: string
    readonly primary: boolean
  }[]
  readonly resume: readonly { readonly kind: string; readonly content: Readonly<Record<string, string>> }[]
}

/** The record as a JSON Résumé (jsonresume.org, schema 1.0.0), so that people can take it elsewhere. */
export const jsonResumeOf = ({ candidate, contactPoints, resume }: KnownOfPerson) => {
  const contact = (kind: string) =>
    (
      contactPoints.find((point) => point.kind === kind && point.primary) ??
      contactPoints.find((point) => point.kind === kind)
    )?.value
  const of = (kind: string) => resume.filter((fact) => fact.kind === kind).map((fact) => fact.content)
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      name: candidate.name ?? '',
      label: candidate.headline ?? candidate.title ?? undefined,
      email: contact('email'),
      phone: contact('phone'),
      url: contact('link'),
      location:
        candidate.location || candidate.country
          ? { city: candidate.location ?? undefined, countryCode: candidate.country ?? undefined }
          : undefined,
      profiles: contactPoints.filter((point) => point.kind === 'link').map((point) => ({ url: point.value })),
    },
    work: of('employment').map((one) => ({
      name: one.employer,
      position: one.title,
      startDate: one.start,
      endDate: one.end,
      summary: one.summary,
    })),
    education: of('education').map((one) => ({
      institution: one.school,
      area: one.field,
      studyType: one.degree,
      startDate: one.start,
      endDate: one.end,
    })),
    skills: of('skill').map((one) => ({ name: one.name })),
    languages: of('language').map((one) => ({ language: one.name, fluency: one.level })),
  }
}
