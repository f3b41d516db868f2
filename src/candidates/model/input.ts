import { z } from 'zod'

const line = (longest: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\s\0]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(longest))

/** An empty value clears the field. */
const field = (longest: number) =>
  line(longest)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .optional()

export const nameText = line(200).pipe(z.string().min(1, 'Write the name.'))
export const contactText = line(500).pipe(z.string().min(1))

/** What may be said of a person besides the name; null or an empty text clears. */
export const candidateFields = {
  goesBy: field(100),
  pronouns: field(50),
  headline: field(300),
  title: field(200),
  company: field(200),
  location: field(200),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/u, 'Two letters, as in NL.')
    .toUpperCase()
    .nullable()
    .optional(),
  language: field(35),
  timeZone: field(60),
}

/** The candidates an act is done to. */
export const candidateIds = z.array(z.uuid()).min(1).max(5000)
