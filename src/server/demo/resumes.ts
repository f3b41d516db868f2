import type { Identity } from './names.ts'
import { employers, type Profession, schools } from './professions.ts'
import type { Chance } from './random.ts'

export interface Resume {
  readonly identity: Identity
  readonly headline: string
  readonly profile: string
  readonly jobs: readonly {
    readonly title: string
    readonly employer: string
    readonly from: number
    readonly to: number | null
    readonly did: readonly string[]
  }[]
  readonly studies: readonly { readonly degree: string; readonly school: string; readonly year: number }[]
  readonly skills: readonly string[]
  readonly languages: readonly string[]
}

/** A résumé for an invented person of a profession, as of 2026. */
export const inventResume = (by: Chance, identity: Identity, profession: Profession): Resume => {
  const years = by.whole(2, 17)
  const places = by.some(employers, Math.min(4, 1 + Math.floor(years / 4)))
  let to: number | null = null
  const jobs = places.map((employer, index) => {
    const until = to ?? 2026
    const from = index === places.length - 1 ? 2026 - years : Math.max(2026 - years, until - by.whole(2, 5))
    const job = {
      title: by.pick(profession.titles),
      employer,
      from,
      to,
      did: by.some(profession.did, by.whole(2, 3)),
    }
    to = from
    return job
  })
  const skills = by.some(profession.skills, by.whole(5, Math.min(10, profession.skills.length)))
  return {
    identity,
    headline: `${jobs[0]!.title} at ${jobs[0]!.employer}`,
    profile: by.pick([
      `${years} years of making things move exactly as asked. I measure before I turn a knob and write down why it helped.`,
      `I like the last millimetre: calibration, timing, and the tests that prove it. ${years} years in the field.`,
      `Practical, curious and calm when it smokes. ${years} years with small teams and real customers.`,
      `I came to this work by repairing what others threw away. ${years} years later I still open the lid first.`,
    ]),
    jobs,
    studies: [
      { degree: by.pick(profession.degrees), school: by.pick(schools), year: 2026 - years - by.whole(0, 2) },
    ],
    skills,
    languages: [
      'English',
      ...(identity.language === 'en' ? [] : [languageNames[identity.language] ?? 'Dutch']),
    ],
  }
}

const languageNames: Readonly<Record<string, string>> = {
  nl: 'Dutch',
  de: 'German',
  pl: 'Polish',
  pt: 'Portuguese',
  hu: 'Hungarian',
  is: 'Icelandic',
}

/** The résumé as plain text: what a reader finds in its file. */
export const resumeText = (resume: Resume): string => {
  const { identity } = resume
  return [
    identity.name,
    `${identity.town} · ${identity.mail} · ${identity.phone}`,
    '',
    'Profile',
    resume.profile,
    '',
    'Work',
    ...resume.jobs.flatMap((job) => [
      `${job.employer}, ${job.title}\t${job.from} – ${job.to ?? 'now'}`,
      ...job.did.map((line) => `- ${line}`),
      '',
    ]),
    'Education',
    ...resume.studies.map((study) => `${study.school}, ${study.degree}\t${study.year}`),
    '',
    'Skills',
    resume.skills.join(', '),
    '',
    'Languages',
    resume.languages.join(', '),
  ].join('\n')
}
