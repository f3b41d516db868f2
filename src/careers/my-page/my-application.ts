import { each, given, type Html, html } from '../html.ts'
import { dayOfText, dayText, momentText, type Office } from '../model/dates.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from '../site/layout.ts'
import { lineOfSteps, type Step } from '../site/line-of-steps.ts'
import { band, type Face, faces, row, rows } from '../site/parts.ts'
import type { Site } from '../site/site.ts'
import { wordsIn } from '../site/words.ts'
import { interviewList, type MyInterview } from './interviews.ts'
import { type Kept, keptTable, type Look } from './kept.ts'
import { type Standing, standingText } from './standing.ts'

/** Everything a person sees of one application of theirs; nothing that was written about others or for colleagues only. */
export type MyApplication = {
  readonly ref: string
  readonly person: { readonly name: string; readonly callName: string }
  readonly job: { readonly title: string; readonly place: string; readonly lang: string }
  /** Where it stands, from the record's state. */
  readonly standing: Standing
  readonly office: Office
  /** Promised dates of this job that were kept, of those that have come; none before the first. */
  readonly promises?: { readonly kept: number; readonly due: number }
  readonly stillInProcess?: number
  readonly steps: readonly Step[]
  /** Newest first. */
  readonly interviews: readonly MyInterview[]
  readonly messages: readonly Message[]
  readonly olderMessages: number
  /** Who answers, within how many working days. */
  readonly contact: { readonly name: string; readonly answersInDays?: number }
  readonly people: readonly Face[]
  readonly documents: readonly SharedDocument[]
  readonly kept: readonly Kept[]
  readonly looks: readonly Look[]
  /** Their other applications here. */
  readonly others: readonly { readonly ref: string; readonly title: string; readonly open: boolean }[]
  /** What can still be done: withdrawing only while it runs, undoing until it was read. */
  readonly may: {
    readonly withdraw: boolean
    readonly undoWithdrawal: boolean
    readonly write: boolean
    readonly addDocument: boolean
  }
  /** Said once after an act: a message was sent, a correction was made. */
  readonly said?: Said
  /** When they asked for erasure, while that is being done. */
  readonly erasureAskedAt?: string
}

export const sayings = [
  'message-sent',
  'corrected',
  'withdrawn',
  'withdrawal-undone',
  'document-added',
  'erasure-asked',
  'time-chosen',
] as const
export type Said = (typeof sayings)[number]

export type Message = {
  readonly from: 'them' | 'me'
  readonly who: string
  readonly at: string
  readonly text: string
}
export type SharedDocument = {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly on: string
}

/** The candidate's own page: the truth about their application, and what they may do. */
export const myApplicationPage = (mine: MyApplication, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  const told = standingText(mine, reader)
  return page(site, reader, {
    title: words.title(mine.job.title),
    main: html`${band({
      crumb: html`${told.tag} <span>${mine.person.name} · <span lang="${mine.job.lang}">${mine.job.title}, ${mine.job.place}</span></span>`,
      heading: told.heading,
      lead: told.lead,
      rest: html`${given(mine.standing.kind === 'our-turn' && !mine.standing.late && mine.promises, (promises) => html`<p class="small quiet">${words.promises(promises.kept, promises.due)}</p>`)}${
        mine.may.undoWithdrawal
          ? html`<form class="acts" action="${paths.undoWithdrawal(mine.ref)}" method="post"><button class="btn">${words.undo}</button> <span class="small">${words.undoUntil}</span></form>`
          : ''
      }`,
    })}
${rows(
  mine.said &&
    row('said', words.done, html`<div class="note ok" role="status"><p>${words.said[mine.said]}</p></div>`),
  given(told.reason, (reason) => row('reason', words.decidedIt, reason)),
  row(
    'standing',
    mine.standing.kind === 'out' ? words.ended : words.standing,
    lineOfSteps(mine.steps, reader.lang),
    mine.stillInProcess === undefined ? undefined : words.still(mine.stillInProcess),
  ),
  mine.interviews.length > 0 &&
    row('interviews', words.interviews, interviewList(mine.ref, mine.interviews, reader)),
  row(
    'messages',
    words.messages,
    messages(mine, reader, words),
    mine.olderMessages > 0 ? words.older(mine.olderMessages) : undefined,
  ),
  mine.people.length > 0 && row('people', words.people, faces(mine.people)),
  (mine.documents.length > 0 || mine.may.addDocument) &&
    row('documents', words.documents, [documents(mine, reader, words), addDocument(mine, words)]),
  row('kept', words.kept, keptTable(mine.kept, mine.looks, reader), words.keptAside),
  mine.others.length > 0 && row('others', words.others, otherApplications(mine, words)),
  row('say', words.say, say(mine, reader, words)),
)}`,
  })
}

const messages = (mine: MyApplication, reader: Reader, words: typeof english): Html => html`${
  mine.messages.length === 0
    ? html`<p class="quiet">${words.noMessages}</p>`
    : html`<ul class="list">${each(
        mine.messages,
        (one) => html`
    <li><div><h3>${one.from === 'me' ? words.you : one.who}</h3><p class="said" dir="auto">${one.text}</p></div><span class="e small quiet">${momentText(
      one.at,
      reader,
      'short',
    )}</span></li>`,
      )}</ul>`
}
  ${
    mine.may.write
      ? html`<form class="form noprint" action="${paths.messages(mine.ref)}" method="post"><div><label for="text">${words.writeTo(
          mine.contact.name,
        )}</label><p class="hint" id="text-hint">${words.answers(mine.contact.answersInDays)}</p><textarea id="text" name="text" rows="3" maxlength="20000" required aria-describedby="text-hint"></textarea></div>
  <div class="acts"><button class="btn main">${words.send}</button></div></form>`
      : ''
  }`

const documents = (mine: MyApplication, reader: Reader, words: typeof english): Html =>
  html`<ul class="list keep">${each(
    mine.documents,
    (one) => html`
    <li><a class="t" href="${paths.document(mine.ref, one.id)}">${one.name}</a> <span class="small">${words.from(
      one.from,
      dayText(one.on, reader, 'brief', true),
    )}</span></li>`,
  )}</ul>`

const addDocument = (mine: MyApplication, words: typeof english): Html | '' =>
  mine.may.addDocument
    ? html`<form class="form noprint" action="${paths.replace(mine.ref)}" method="post" enctype="multipart/form-data"><div><label for="file">${words.addDocument}</label><p class="hint" id="file-hint">${words.addHint}</p><input type="file" id="file" name="file" required aria-describedby="file-hint"></div>
  <div class="acts"><button class="btn">${words.addButton}</button></div></form>`
    : ''

const otherApplications = (mine: MyApplication, words: typeof english): Html =>
  html`<ul class="list keep">${each(
    mine.others,
    (one) => html`
    <li><a class="t" href="${paths.myApplication(one.ref)}">${one.title}</a> <span class="e small">${one.open ? words.running : words.closed}</span></li>`,
  )}</ul>`

const say = (
  mine: MyApplication,
  reader: Reader,
  words: typeof english,
): Html => html`<div class="acts"><a class="btn" href="${paths.correct()}">${words.correct}</a> <a class="btn" href="${paths.download()}" download>${
  words.download
}</a></div>
  <div class="acts">${mine.may.withdraw ? html`<a class="btn bad" href="${paths.withdraw(mine.ref)}">${words.withdraw}</a> ` : ''}${
    mine.erasureAskedAt ? '' : html`<a class="btn bad" href="${paths.erase()}">${words.erase}</a>`
  }</div>
  <p class="small quiet">${mine.may.withdraw ? words.withdrawSays : ''} ${
    mine.erasureAskedAt
      ? words.eraseAsked(dayOfText(mine.erasureAskedAt, reader, 'long', true))
      : words.eraseSays
  }</p>
  <form class="acts noprint" action="${paths.leave()}" method="post"><button class="btn bare">${words.leave}</button></form>`

const english = {
  title: (job: string) => `Where you stand: ${job}`,
  promises: (kept: number, due: number) =>
    `On this job ${kept} of ${due} promised dates were kept so far. If yours can’t be, you get a mail before it, with the reason and a new date.`,
  undo: 'Undo: I want to stay in',
  undoUntil: 'Possible while the job is open.',
  done: 'Done',
  said: {
    'message-sent': 'Your message has been sent. It stands below.',
    corrected:
      'Your correction is saved. The earlier version is kept with its date, so that it is clear who knew what when.',
    withdrawn: 'You have withdrawn. We confirm it by mail.',
    'withdrawal-undone': 'You are back in. Nothing was lost.',
    'document-added': 'We have the new document. It stands below, beside the earlier one.',
    'time-chosen': 'The time is yours. A mail brings the entry for your calendar.',
    'erasure-asked': 'We have been asked to delete your data. A person does it within a month and tells you.',
  },
  interviews: 'Your interviews',
  decidedIt: 'What decided it',
  standing: 'Where you stand',
  ended: 'Where it ended',
  still: (count: number) =>
    count === 1
      ? 'You are the only one still in this process.'
      : `${count} people are still in this process.`,
  messages: 'Messages',
  noMessages: 'No messages yet.',
  older: (count: number) => `${count} older ${count === 1 ? 'message' : 'messages'}`,
  you: 'You',
  writeTo: (name: string) => `Write to ${name}`,
  answers: (days?: number) =>
    `${days ? `You get an answer within ${days} working ${days === 1 ? 'day' : 'days'}. ` : ''}By mail works too: just reply to any of ours.`,
  send: 'Send',
  people: 'Who is who',
  documents: 'Documents',
  from: (who: string, day: string) => `${who}, ${day}`,
  kept: 'What we store about you',
  keptAside: 'Everything, not a selection.',
  others: 'Your other applications',
  running: 'Running',
  closed: 'Closed',
  say: 'Your say',
  correct: 'Correct something',
  download: 'Download everything',
  withdraw: 'Withdraw my application',
  erase: 'Ask us to delete my data',
  withdrawSays: 'Withdrawing tells us at once; you can undo it while the job is open.',
  eraseSays: 'Deleting ends every application of yours here.',
  eraseAsked: (day: string) => `You asked us on ${day} to delete your data.`,
  leave: 'Leave this page on this device',
  addDocument: 'A newer or another document',
  addHint: 'Up to 10 MB. The earlier one stays, so that it is clear who read what.',
  addButton: 'Send document',
}
