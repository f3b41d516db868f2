import { apply } from '../../ats/applications/apply.ts'
import type { FileStore } from '../../documents/file-store.ts'
import { recordReading } from '../../documents/record-reading.ts'
import { readingOf } from '../../documents/when-file-stored-read-text.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { visitor } from '../../kernel/model/actor.ts'
import { storeUploads } from '../uploads.ts'
import type { DemoJob } from './job.ts'
import { answerTo } from './letters.ts'
import type { Chance } from './random.ts'
import { resumeDocx, resumePdf, usesPdf } from './resume-files.ts'
import { type Resume, resumeText } from './resumes.ts'
import type { Tell } from './teller.ts'

/** Sends applications by the form of the careers site, nine in ten with a résumé. */
export const createApplying = ({
  kernel,
  files,
  tell,
  slugOf,
}: {
  readonly kernel: Kernel
  readonly files: FileStore
  readonly tell: Tell
  readonly slugOf: (jobKey: string) => string | null
}) => {
  const send = async (job: DemoJob, resume: Resume, own: Chance, number: number): Promise<void> => {
    const slug = slugOf(job.key)
    if (!slug) throw new Error(`${job.key} is not posted`)
    const { identity } = resume
    const upload = own.percent(90) ? await uploadResume(resume, number) : undefined
    await tell(
      apply,
      {
        postingSlug: slug,
        name: identity.name,
        email: identity.mail,
        phone: identity.phone,
        timeZone: 'Europe/Amsterdam',
        links: upload ? [] : [`https://people.example/${identity.mail.split('@')[0]}`],
        answers: job.questions.map((question) => ({
          questionId: question.id,
          value: question.options
            ? `option-${own.whole(1, question.options.length)}`
            : answerTo(own, question.id),
        })),
        ...(upload ? { resumeUpload: upload } : {}),
        ...(own.percent(35)
          ? { talentPoolConsent: { textShown: 'You may keep me in mind for other jobs for a year.' } }
          : {}),
        language: 'en',
        source: own.pick(['careers-site', 'careers-site', 'careers-site', 'job-board', 'newsletter']),
      },
      visitor,
    )
  }

  const uploadResume = async (resume: Resume, number: number): Promise<string> => {
    const pdf = usesPdf(resume, number)
    const bytes = pdf ? await resumePdf(resume) : await resumeDocx(resume)
    const name = `${resume.identity.name.replace(/\s+/g, '-')}-CV.${pdf ? 'pdf' : 'docx'}`
    const stored = await storeUploads(
      { kernel, files, scanner: { scan: async () => ({ clean: true }) } },
      visitor,
      [{ name, bytes, kind: 'resume' }],
    )
    if (!stored.ok) throw new Error(stored.refusal.says)
    const [upload] = stored.value
    // We wrote the text, so reading it back out of the file would only cost the newcomer a minute.
    const { text, facts, pages, language } = readingOf({ text: resumeText(resume), pages: 1 })
    await kernel.as('demo').run(recordReading, {
      fileId: upload!.fileId,
      reading: { ok: true, text, facts, pages, language },
      ms: 0,
    })
    return upload!.token
  }

  return send
}
