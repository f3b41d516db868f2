import { z } from 'zod'
import { holdsAddress } from '../../candidates/model/name.ts'
import { type Answer, givenAnswer } from '../model/form.ts'
import { mailAddress } from '../model/mail-address.ts'
import type { PublicPosting } from '../postings/posting.sql.ts'
import type { Limit } from './limits.ts'

const uploadToken = z.string().min(20).max(200)

/** Ids of existing rows have no place in it (R12): files come by the secret of their upload only. */
export const applied = z.strictObject({
  postingSlug: z.string().max(200),
  name: z
    .string()
    .trim()
    .min(1, 'write it as you want to be called')
    .max(200)
    .refine((name) => !holdsAddress(name), 'write only your name; links have a field of their own'),
  email: mailAddress.optional(),
  phone: z.string().trim().max(60).optional(),
  town: z.string().trim().max(200).optional(),
  timeZone: z.string().max(60).optional(),
  links: z.array(z.url().max(2000)).max(10).default([]),
  answers: z.array(givenAnswer).max(60).default([]),
  resumeUpload: uploadToken.optional(),
  coverLetter: z.string().max(20_000).optional(),
  /** Work and learning as the applicant confirmed them, whatever was read from the résumé; months as YYYY-MM. */
  entries: z
    .array(
      z.strictObject({
        title: z.string().max(300),
        where: z.string().max(300),
        from: z.string().max(20),
        until: z.string().max(20),
        outcome: z.string().max(10_000),
      }),
    )
    .max(60)
    .default([]),
  /** The text shown beside the box that was ticked; absent means that it was not ticked. */
  talentPoolConsent: z.object({ textShown: z.string().min(1).max(2000) }).optional(),
  language: z.string().max(20).default('en'),
  source: z.string().max(60).default('careers-site'),
  sourceDetail: z.string().max(200).optional(),
  /** Who sends, for the limits: the address of the connection, filled in by the server, never by the form. */
  from: z.string().max(100).optional(),
})
export type Applied = z.output<typeof applied>

/** How often one connection, one address and all for one job may send (R32). */
export const limitsOf = (input: Applied, posting: PublicPosting): Limit[] => [
  ...(input.from ? [{ key: `apply ip:${input.from}`, most: 30, withinMinutes: 10 }] : []),
  ...(input.email ? [{ key: `apply mail:${input.email}`, most: 10, withinMinutes: 60 }] : []),
  { key: `apply job:${posting.jobId}`, most: 600, withinMinutes: 10 },
]

/** What is missing of the fields that every form has. */
export const fixedProblems = (input: Applied, posting: PublicPosting) => {
  const { form } = posting.content
  const problems = []
  if (!input.email && !input.phone)
    problems.push({
      field: 'email',
      says: 'Write an e-mail address or a telephone number that we may answer to.',
    })
  if (form.phone === 'needed' && !input.phone)
    problems.push({ field: 'phone', says: 'Write a telephone number we can reach you at.' })
  if (form.town === 'needed' && !input.town) problems.push({ field: 'town', says: 'Write where you live.' })
  if (form.resume === 'needed' && !input.resumeUpload && input.links.length === 0)
    problems.push({ field: 'resume', says: 'Choose a résumé file, or give a link.' })
  return problems
}

/** What was written beside the questions stands with the answers, as one frozen whole. */
export const withOwnWords = (
  answers: readonly Answer[],
  { coverLetter, entries }: Applied,
): readonly Answer[] => [
  ...answers,
  ...(coverLetter?.trim()
    ? [
        {
          questionId: 'cover-letter',
          label: 'Cover letter',
          kind: 'long-text' as const,
          value: coverLetter.normalize('NFC'),
        },
      ]
    : []),
  ...(entries.length > 0
    ? [
        {
          questionId: 'work-and-learning',
          label: 'Work and learning',
          kind: 'long-text' as const,
          value: entries.map(entrySays).join('\n\n').normalize('NFC'),
        },
      ]
    : []),
]

const entrySays = (entry: Applied['entries'][number]): string =>
  [
    [entry.title, entry.where].filter(Boolean).join(', '),
    entry.from || entry.until ? `${entry.from || '?'} to ${entry.until || 'now'}` : '',
    entry.outcome.trim(),
  ]
    .filter(Boolean)
    .join('\n')
