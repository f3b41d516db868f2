import { randomBytes } from 'node:crypto'
import { type ApplicationForm, applicationForm } from '../../careers/applying/form.ts'
import type { Reading } from '../../careers/applying/resume.ts'
import { type Draft, emptyDraft } from '../../careers/model/draft.ts'
import type { Problem } from '../../careers/model/problems.ts'
import { type ZoneGroup, zoneGroups } from '../../careers/model/zones.ts'
import { placeLine } from '../../careers/postings/posting.ts'
import { largestFile } from '../../documents/model/file.ts'
import type { Frame } from './frame.ts'
import { type Live, listedOf } from './postings.ts'

/** The months that a yes to other jobs lasts, as shown beside the box. */
export const keepInMindMonths = 12

export const freshDraft = (posting: Live, frame: Frame): Draft =>
  emptyDraft(randomBytes(18).toString('base64url'), frame.officeOf(posting.officeId).zone)

/** The form of a posting as it stands: what was written, what was read, what is to be put right. */
export const formResponse = (
  posting: Live,
  draft: Draft,
  problems: readonly Problem[],
  frame: Frame,
  reading?: Reading,
): Response => {
  const form: ApplicationForm = {
    posting: {
      slug: posting.slug,
      title: posting.title,
      place: placeLine(listedOf(posting, frame), (countries) => `from home (${countries})`),
      lang: posting.language,
    },
    fixed: posting.form,
    questions: posting.form.questions,
    readBy: posting.people.map((person) => person.name),
    zones: zonesAt(frame.now, frame.reader.locale),
    mostMegabytes: largestFile / 1_000_000,
    keepInMindMonths,
    draft,
    problems,
    ...(reading ? { reading } : {}),
  }
  return frame.send(
    applicationForm(form, frame.site, frame.reader),
    'private',
    problems.length > 0 ? 422 : 200,
  )
}

// Naming the hour in each of 400 zones takes longer than the rest of the page; it changes once a minute.
let zones: { readonly key: string; readonly groups: ZoneGroup[] } | undefined
const zonesAt = (now: string, locale: string): ZoneGroup[] => {
  const key = `${now.slice(0, 16)} ${locale}`
  if (zones?.key !== key) zones = { key, groups: zoneGroups(now, locale) }
  return zones.groups
}
