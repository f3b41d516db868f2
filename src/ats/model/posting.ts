import { z } from 'zod'
import { form } from './form.ts'
import { employmentTypes, pay, workplaces } from './job.ts'

export const place = z.object({
  city: z.string().trim().max(120).optional(),
  /** As the country writes it: the ISO 3166-2 part for US states, such as CO. */
  region: z.string().trim().max(60).optional(),
  country: z.string().regex(/^[A-Z]{2}$/, 'write the country as two letters, such as NL'),
})
export type Place = z.output<typeof place>

/** The public text with its form. Markdown in `body`; a heading starts a passage. */
export const postingContent = z.object({
  title: z.string().trim().min(1).max(200),
  summary: z.string().trim().max(500).optional(),
  body: z.string().max(60_000),
  language: z.string().min(2).max(20).default('en'),
  locations: z.array(place).min(1).max(60),
  workplace: z.enum(workplaces).default('on-site'),
  employmentType: z.enum(employmentTypes).default('full-time'),
  pay: pay.optional(),
  benefits: z.string().trim().max(4000).optional(),
  form: form.default({
    phone: 'optional',
    town: 'not-asked',
    resume: 'optional',
    coverLetter: 'not-asked',
    questions: [],
  }),
  /** The last day to apply. */
  applyUntil: z.iso.date().optional(),
  facts: z
    .object({
      vacancy: z.enum(['seat', 'backfill', 'pool']).optional(),
      /** What a computer does with applications, in the applicant's words. */
      ai: z.string().max(1000).optional(),
      hours: z.string().max(200).optional(),
      start: z.string().max(200).optional(),
      contract: z.string().max(200).optional(),
      /** For remote work: from where it may be done, ISO countries. */
      remoteFrom: z
        .array(z.string().regex(/^[A-Z]{2}$/))
        .max(60)
        .optional(),
    })
    .default({}),
})
export type PostingContent = z.output<typeof postingContent>

/** The words of a title for an address: accents folded, other scripts kept as the code alone. */
export const slugOf = (title: string, code: string): string =>
  [
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/ß/g, 'ss')
      .replace(/ł/g, 'l')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60),
    code.toLowerCase(),
  ]
    .filter(Boolean)
    .join('-')
