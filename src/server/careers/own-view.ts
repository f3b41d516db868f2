import { dayAt, dayOfText } from '../../careers/model/dates.ts'
import type { Reader } from '../../careers/model/reader.ts'
import type { Kept } from '../../careers/my-page/kept.ts'
import type { Message, MyApplication, Said } from '../../careers/my-page/my-application.ts'
import type { Standing } from '../../careers/my-page/standing.ts'
import type { Step } from '../../careers/site/line-of-steps.ts'
import type { Answer } from './calls.ts'
import type { Frame } from './frame.ts'

export type Own = Answer<'ats.ownApplications'>
type OwnApplication = Own['applications'][number]

/** The candidate's clock where we know it: dates on their page are theirs. */
export const readerOfOwn = (own: Own, frame: Frame): Reader => ({
  ...frame.reader,
  zone: own.person?.timeZone ?? frame.reader.zone,
})

/** One application as its page shows it: the record's own state in the page's shape, nothing added. */
export const mineOf = (
  own: Own,
  one: OwnApplication,
  frame: Frame,
  said: Said | undefined,
): MyApplication => {
  const reader = readerOfOwn(own, frame)
  const name = own.person?.name ?? ''
  const contact = one.contact?.name ?? frame.face.organisation.name
  const files = own.files.filter(
    (file) => file.applicationId === null || file.applicationId === one.applicationId,
  )
  return {
    ref: one.applicationId,
    person: { name, callName: own.person?.goesBy ?? name },
    job: {
      title: one.job.title,
      place: one.job.locations.map((place) => place.city ?? place.country).join(', '),
      lang: one.job.language,
    },
    standing: standingOf(one, contact),
    office: { town: one.office.town ?? frame.face.organisation.name, zone: one.office.zone },
    ...(one.promises && one.promises.due > 0 ? { promises: one.promises } : {}),
    ...(one.stillInProcess === null ? {} : { stillInProcess: one.stillInProcess }),
    steps: one.steps.map((step) => stepOf(step, reader)),
    interviews: own.interviews
      .filter(({ applicationId }) => applicationId === one.applicationId)
      .map(({ interviewId, applicationId: _, ...interview }) => ({ id: interviewId, ...interview })),
    messages: messagesOf(own, one, name, frame.face.organisation.name),
    olderMessages: 0,
    contact: { name: contact },
    people: one.people.map((person) => ({
      name: person.name,
      does: [person.title, person.role === 'recruiter' ? 'your contact' : 'decides']
        .filter(Boolean)
        .join(', '),
    })),
    documents: files.map((file) => ({
      id: file.id,
      name: file.name,
      from: 'you',
      on: dayAt(file.uploadedAt, reader.zone),
    })),
    kept: keptOf(own, one, files.length, reader),
    looks: [],
    others: own.applications
      .filter((other) => other.applicationId !== one.applicationId)
      .map((other) => ({
        ref: other.applicationId,
        title: other.job.title,
        open: !['out', 'hired'].includes(other.standing.kind),
      })),
    may: { ...one.may, addDocument: one.may.write },
    ...(said ? { said } : {}),
    ...(own.erasureAsked ? { erasureAskedAt: own.erasureAsked } : {}),
  }
}

const standingOf = ({ standing, reason }: OwnApplication, contact: string): Standing => {
  switch (standing.kind) {
    case 'our-turn':
      return {
        kind: 'our-turn',
        who: contact,
        what: standing.what,
        ...(standing.by ? { by: standing.by } : {}),
        ...(standing.late ? { late: { who: contact } } : {}),
      }
    case 'your-turn':
      return { kind: 'your-turn', what: standing.what, ...(standing.by ? { by: standing.by } : {}) }
    case 'on-hold':
      return { kind: 'on-hold', until: `${standing.until}T12:00:00Z`, who: contact }
    case 'out':
      return { kind: 'out', side: standing.side, at: standing.at, ...(reason ? { reason } : {}) }
    case 'hired':
      return standing
  }
}

const stepOf = (step: OwnApplication['steps'][number], reader: Reader): Step => ({
  state: step.state,
  title: step.says,
  ...(step.state === 'now' ? { turn: 'us' as const } : {}),
  ...(step.at ? { when: dayOfText(step.at, reader, 'short') } : {}),
  ...(!step.at && step.durationSays ? { whenRemark: step.durationSays } : {}),
})

/** Newest first. */
const messagesOf = (own: Own, one: OwnApplication, name: string, us: string): Message[] =>
  own.messages
    .filter((message) => message.applicationId === null || message.applicationId === one.applicationId)
    .map((message) => ({
      from: message.direction === 'in' ? ('me' as const) : ('them' as const),
      who: message.from ?? (message.direction === 'in' ? name : us),
      at: message.at,
      text: message.text,
    }))
    .reverse()

const keptOf = (own: Own, one: OwnApplication, files: number, reader: Reader): Kept[] => {
  const seenBy = ['the people team', ...one.people.map((person) => person.name)].join(', ')
  const applied = `you, ${dayOfText(one.appliedAt, reader, 'brief')}`
  const until = 'you ask us to delete it'
  const line = (what: string, from: string): Kept => ({ what, from, seenBy, until })
  return [
    line('Your name and how to reach you', applied),
    line(`Your application and ${count(answered(one), 'answer', 'answers')}`, applied),
    ...(files > 0 ? [line(`${count(files, 'file', 'files')}, and what was read from it`, 'you')] : []),
    ...(own.messages.length > 0
      ? [line(count(own.messages.length, 'message', 'messages'), 'you and us')]
      : []),
    line('Each step and decision, with its time and who took it', 'us'),
  ]
}

const answered = (one: OwnApplication): number =>
  one.answers.filter(
    ({ value }) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  ).length

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
