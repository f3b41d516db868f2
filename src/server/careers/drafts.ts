import { z } from 'zod'
import type { Draft, HeldFile } from '../../careers/model/draft.ts'
import type { Problem } from '../../careers/model/problems.ts'
import type { Refusal, Result } from '../../kernel/model/result.ts'
import type { Calls } from './calls.ts'
import type { Live } from './postings.ts'

const heldFile = z.object({ handle: z.string(), name: z.string(), bytes: z.number().optional() })

const keptContent = z.object({
  request: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  town: z.string(),
  zone: z.string(),
  resume: heldFile.optional(),
  resumeLink: z.string(),
  letter: z.string(),
  entries: z.array(
    z.object({
      title: z.string(),
      where: z.string(),
      from: z.string(),
      until: z.string(),
      outcome: z.string(),
    }),
  ),
  answers: z.record(z.string(), z.array(z.string())),
  files: z.record(z.string(), heldFile),
  keepInMind: z.boolean(),
})

/** Keeps a form and has its link mailed; answers for how many days. */
export const draftKept = async (
  draft: Draft,
  posting: Live,
  from: string | undefined,
  calls: Calls,
): Promise<Result<number> | { ok: false; refusal: Refusal }> => {
  const { trap: _, ...content } = draft
  const kept = await calls.run('ats.saveApplicationDraft', {
    postingSlug: posting.slug,
    email: draft.email,
    name: draft.name,
    content,
    ...(from ? { from } : {}),
  })
  if (!kept.ok) return kept
  return { ok: true, value: Math.round((Date.parse(kept.value.expiresAt) - Date.now()) / 86_400_000) }
}

/** A form that was kept, by the secret in its link; held files that are gone by now are asked for again. */
export const keptDraft = async (
  token: string,
  posting: Live,
  calls: Calls,
): Promise<{ readonly draft: Draft; readonly problems: readonly Problem[] } | undefined> => {
  const found =
    token.length < 20 || token.length > 100 ? undefined : await calls.ask('ats.applicationDraft', { token })
  const content =
    found?.ok && found.value.slug === posting.slug ? keptContent.safeParse(found.value.content) : undefined
  if (!content?.success) return undefined
  const { resume, files, ...rest } = content.data
  const problems: Problem[] = []
  const still = async (file: HeldFile, field: string, label: string): Promise<HeldFile | undefined> => {
    const there = await calls.ask('documents.uploadReading', { token: file.handle })
    if (there.ok) return file
    problems.push({ field, label, says: `${file.name} was held for a day only. Please choose it again` })
    return undefined
  }
  const keptResume = resume && (await still(plain(resume), 'resume', 'Résumé'))
  const keptFiles: [string, HeldFile][] = []
  for (const [id, file] of Object.entries(files)) {
    const label = posting.form.questions.find((one) => one.id === id)?.label ?? 'File'
    const one = await still(plain(file), `q-${id}`, label)
    if (one) keptFiles.push([id, one])
  }
  return {
    draft: {
      ...rest,
      ...(keptResume ? { resume: keptResume } : {}),
      files: Object.fromEntries(keptFiles),
      trap: '',
    },
    problems,
  }
}

const plain = ({ handle, name, bytes }: z.output<typeof heldFile>): HeldFile => ({
  handle,
  name,
  ...(bytes === undefined ? {} : { bytes }),
})
