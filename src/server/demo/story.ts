import { advanceApplications } from '../../ats/applications/advance-applications.ts'
import { apply } from '../../ats/applications/apply.ts'
import { awaitAnswer } from '../../ats/applications/await-answer.ts'
import { hireApplication } from '../../ats/applications/hire-application.ts'
import { holdApplications } from '../../ats/applications/hold-applications.ts'
import { rejectApplications } from '../../ats/applications/reject-applications.ts'
import { setPromise } from '../../ats/applications/set-promise.ts'
import { transferApplications } from '../../ats/applications/transfer-applications.ts'
import { withdrawApplications } from '../../ats/applications/withdraw-application.ts'
import { closeJob, putJobOnHold } from '../../ats/jobs/change-state.ts'
import { createJob } from '../../ats/jobs/create-job.ts'
import { decideOpenings, requestOpenings } from '../../ats/openings/request-openings.ts'
import { writeOwnMessage } from '../../ats/own-page/own-say.ts'
import { changeTags } from '../../candidates/acts/change-tags.ts'
import { writeNotes } from '../../candidates/acts/write-notes.ts'
import { addCandidates } from '../../candidates/arrivals/add-candidates.ts'
import type { FileStore } from '../../documents/file-store.ts'
import { recordReading } from '../../documents/record-reading.ts'
import { readingOf } from '../../documents/when-file-stored-read-text.ts'
import type { Command } from '../../kernel/command.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import { type Actor, visitor } from '../../kernel/model/actor.ts'
import type { CandidateId } from '../../kernel/model/id.ts'
import { answerThread } from '../../messaging/inbox/write-mail.ts'
import { storeUploads } from '../uploads.ts'
import { type CastName, offices, people } from './cast.ts'
import type { DemoJob } from './jobs.ts'
import { answerTo, notes, ours, replies } from './letters.ts'
import { inventIdentity } from './names.ts'
import { professions } from './professions.ts'
import { type Chance, chance } from './random.ts'
import { resumeDocx, resumePdf, usesPdf } from './resume-files.ts'
import { inventResume, type Resume, resumeText } from './resumes.ts'

const day = 86_400_000
/** Refusals of an act that another one overtook. */
const overtaken = new Set(['not-active', 'held'])
const hour = 3_600_000

export interface Event {
  readonly at: number
  readonly run: () => Promise<void>
}

/** Tells the demo's story by running the product's own commands as the people who would. */
export const createStory = (parts: {
  readonly kernel: Kernel
  readonly actors: Readonly<Record<CastName, Actor>>
  readonly files: FileStore
  readonly lastApplication: () => Promise<{ candidateId: string; applicationId: string }>
  readonly threadOf: (applicationId: string) => Promise<string>
}) => {
  const { kernel, actors, files } = parts
  const taken = new Set<string>()
  const jobs = new Map<string, { jobId: string; slug: string | null }>()

  /** Runs a command and insists that it goes well: a story that cannot be told is a defect. */
  const tell = async <Input, Output>(
    command: Command<string, Input, Output>,
    input: unknown,
    actor: Actor,
  ): Promise<Output> => {
    const result = await kernel.run(command, input, { actor })
    // Who was considered for another job, or whose job closed meanwhile, has no more to be decided here.
    if (!result.ok && overtaken.has(result.refusal.code)) return undefined as never
    if (!result.ok)
      throw new Error(
        `${command.name}: ${result.refusal.says} ${JSON.stringify(result.refusal.details ?? '')}`,
      )
    return result.value
  }

  const open = async (job: DemoJob): Promise<void> => {
    const office = offices[job.office]
    const recruiter = actors[job.team.find(([, role]) => role === 'recruiter')![0]]
    const author = job.confidential ? actors.priya : recruiter
    const made = await tell(
      createJob,
      {
        title: job.title,
        department: job.department,
        officeId: office.id,
        country: office.country,
        confidential: job.confidential ?? false,
        workplace: job.profession === 'design' ? 'hybrid' : 'on-site',
        pay: {
          min: job.pay[0],
          max: job.pay[1],
          currency: office.country === 'PL' ? 'PLN' : 'EUR',
          period: 'year',
        },
        attributes: job.need.map(({ says, must, words }, index) => ({
          id: `need-${index + 1}`,
          says,
          must,
          words: [...words],
        })),
        outcomes: job.work.map((says, index) => ({ id: `work-${index + 1}`, says, months: 6 })),
        team: job.team.map(([who, role, leads]) => ({ userId: people[who].id, role, leads: leads ?? false })),
        ...(job.confidential
          ? {}
          : {
              post: {
                summary: job.summary,
                body: postingBody(job),
                locations: [{ city: office.city, country: office.country }],
                benefits: '30 days off, a pension of which we pay two thirds, and a bicycle.',
                form: {
                  phone: 'optional',
                  resume: 'optional',
                  questions: job.questions.map((question) => ({
                    ...question,
                    options: question.options?.map((label, index) => ({ id: `option-${index + 1}`, label })),
                  })),
                },
                publish: job.state !== 'draft',
              },
            }),
      },
      author,
    )
    jobs.set(job.key, { jobId: made.jobId, slug: made.slug })
    if (job.state === 'draft') return
    const asked = await tell(
      requestOpenings,
      {
        jobId: made.jobId,
        seats: Array.from({ length: job.seats }, () => ({ reason: 'new' })),
        approverId: people[job.confidential ? 'tomas' : 'priya'].id,
      },
      recruiter,
    )
    await tell(
      decideOpenings,
      { openingIds: asked.openingIds, approve: true },
      actors[job.confidential ? 'tomas' : 'priya'],
    )
  }

  /** Everything that happens to one application, as events in time. */
  const application = (job: DemoJob, number: number, at: number, end: number, chosen: boolean): Event[] => {
    const own = chance(number * 7919)
    const recruiter = actors[job.team.find(([, role]) => role === 'recruiter')![0]]
    const ids: { candidateId?: string; applicationId?: string } = {}
    const it = () => ({ applicationIds: [ids.applicationId!] })
    const identity = inventIdentity(own, number, taken)
    const profession = professions.find((one) => one.key === job.profession)!
    const resume = inventResume(own, identity, own.percent(88) ? profession : own.pick(professions))
    const events: Event[] = [
      { at, run: async () => void Object.assign(ids, await send(job, resume, own, number)) },
    ]
    const later = (after: number, run: () => Promise<unknown>) => {
      if (at + after < end) events.push({ at: at + after, run: async () => void (await run()) })
    }
    const decided = own.whole(1, 5) * day + own.whole(1, 6) * hour
    // Only who came in the last days may still wait to be read.
    const drawn = own.next()
    const fate = chosen ? 0.67 : drawn >= 0.9 && end - at > 6 * day ? 0.3 : drawn
    if (own.percent(12)) {
      later(0.6 * day, () =>
        tell(
          writeOwnMessage,
          { applicationId: ids.applicationId, text: own.pick(replies) },
          { kind: 'candidate', id: ids.candidateId as CandidateId },
        ),
      )
      if (own.percent(70))
        later(1.3 * day, async () =>
          tell(
            answerThread,
            { threadId: await parts.threadOf(ids.applicationId!), text: own.pick(ours) },
            recruiter,
          ),
        )
    }
    if (fate < 0.08)
      later(decided, () =>
        tell(withdrawApplications, { ...it(), reasonCode: 'withdrew-other-job' }, recruiter),
      )
    else if (fate < 0.52)
      later(decided, () =>
        tell(
          rejectApplications,
          {
            ...it(),
            reasonCode: own.pick(['must-not-shown', 'less-experience']),
            note: 'Read by two of us.',
          },
          recruiter,
        ),
      )
    else if (fate < 0.6)
      later(decided, () =>
        tell(
          holdApplications,
          {
            ...it(),
            until: new Date(end + own.whole(2, 25) * day).toISOString().slice(0, 10),
            reason: 'Waits for the second seat',
          },
          recruiter,
        ),
      )
    else if (fate < 0.9) {
      later(decided, () => tell(advanceApplications, { ...it(), mail: true }, recruiter))
      if (own.percent(40))
        later(decided + hour, () =>
          tell(
            writeNotes,
            { candidateIds: [ids.candidateId], applicationId: ids.applicationId, body: own.pick(notes) },
            recruiter,
          ),
        )
      if (fate < 0.78)
        later(decided + 7 * day, () => tell(advanceApplications, { ...it(), mail: true }, recruiter))
      if (fate < 0.66)
        later(decided + 16 * day, () =>
          tell(
            rejectApplications,
            {
              ...it(),
              reasonCode: 'other-chosen',
              note: 'Strong; the other one had done it before.',
              tell: { by: 'mail', template: 'rejection-after-interview' },
            },
            recruiter,
          ),
        )
      else if (fate < 0.675) {
        later(decided + 17 * day, () => tell(advanceApplications, { ...it(), mail: true }, recruiter))
        if (job.state === 'closed')
          later(decided + 30 * day, () =>
            tell(hireApplication, { applicationId: ids.applicationId }, recruiter),
          )
      }
    }
    if (end - at > 3 * day && own.percent(94))
      events.push({ at: end - own.whole(2, 40) * hour, run: () => keepUp(it(), own, end, recruiter) })
    return events
  }

  /** Nearly every promise is kept or mended before it breaks; some wait for the candidate's word. */
  const keepUp = async (it: object, own: Chance, end: number, recruiter: Actor): Promise<void> => {
    const by = new Date(end + own.whole(1, 5) * day).toISOString()
    if (own.percent(35))
      await tell(
        awaitAnswer,
        { ...it, what: own.pick(['pick a time', 'portfolio link', 'notice period', 'travel dates']), by },
        recruiter,
      )
    else await tell(setPromise, { ...it, promisedFor: by }, recruiter)
  }

  const send = async (job: DemoJob, resume: Resume, own: Chance, number: number) => {
    const posting = jobs.get(job.key)
    if (!posting?.slug) throw new Error(`${job.key} is not posted`)
    const { identity } = resume
    const upload = own.percent(90) ? await uploadResume(resume, number) : undefined
    await tell(
      apply,
      {
        postingSlug: posting.slug,
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
    return parts.lastApplication()
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

  /** Somebody met, referred or found, who never applied. */
  const known = async (number: number): Promise<void> => {
    const own = chance(number * 104_729)
    const resume = inventResume(own, inventIdentity(own, number, taken), own.pick(professions))
    const { identity } = resume
    const added = await tell(
      addCandidates,
      {
        candidates: [
          {
            name: identity.name,
            emails: [identity.mail],
            phones: own.percent(60) ? [identity.phone] : [],
            title: resume.jobs[0]!.title,
            company: resume.jobs[0]!.employer,
            location: identity.town,
            country: identity.country,
            sourceDetail: own.pick([
              'Open lab evening, 8 October',
              'Talk at a robotics meetup',
              'Found by Ayşe',
              'Referred by Lars',
            ]),
          },
        ],
      },
      actors.ayse,
    )
    const id = added.candidates[0]!.candidateId
    if (own.percent(30))
      await tell(
        changeTags,
        {
          candidateIds: [id],
          add: [own.pick(['open lab evening', 'speaks German', 'ask in spring', 'finalist elsewhere'])],
          remove: [],
        },
        actors.ayse,
      )
    if (own.percent(15)) await tell(writeNotes, { candidateIds: [id], body: own.pick(notes) }, actors.ayse)
  }

  /** People who applied elsewhere are considered for a confidential job, by its team. */
  const consider = async (to: string, applicationIds: readonly string[]): Promise<void> => {
    await tell(transferApplications, { applicationIds, toJobId: jobs.get(to)!.jobId }, actors.priya)
  }

  const hold = (job: DemoJob) =>
    tell(putJobOnHold, { jobId: jobs.get(job.key)!.jobId }, actors.priya).then(() => undefined)

  const close = (job: DemoJob) =>
    tell(
      closeJob,
      {
        jobId: jobs.get(job.key)!.jobId,
        reason: 'filled',
        everybodyLeft: { reasonCode: 'position-filled', note: 'The seat is filled.' },
      },
      actors.priya,
    ).then(() => undefined)

  return { open, application, known, consider, hold, close }
}

const postingBody = (job: DemoJob): string =>
  [
    '## What you do',
    ...job.work.map((line) => `- ${line}`),
    '',
    '## What we look for',
    ...job.need.map(({ says, must }) => `- ${says}${must ? '' : ' (good to have)'}`),
    '',
    '## How it goes',
    'A talk of half an hour, two talks with the team, and an answer within a week of each. Whoever decides is named on your page.',
  ].join('\n')
