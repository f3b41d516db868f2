import { closeJob, putJobOnHold } from '../../ats/jobs/change-state.ts'
import { createJob } from '../../ats/jobs/create-job.ts'
import { decideOpenings, requestOpenings } from '../../ats/openings/request-openings.ts'
import type { Actor } from '../../kernel/model/actor.ts'
import { type CastName, offices, people } from './cast.ts'
import type { DemoJob } from './job.ts'
import type { Tell } from './teller.ts'

/** How a job comes to be, pauses and ends, and where it was posted. */
export const createJobs = ({
  tell,
  actors,
}: {
  readonly tell: Tell
  readonly actors: Readonly<Record<CastName, Actor>>
}) => {
  const jobs = new Map<string, { readonly jobId: string; readonly slug: string | null }>()

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

  return { open, hold, close, made: (key: string) => jobs.get(key)! }
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
