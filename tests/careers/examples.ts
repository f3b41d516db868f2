import type { ApplicationForm } from '../../src/careers/applying/form.ts'
import type { SentApplication } from '../../src/careers/applying/sent.ts'
import { type Draft, emptyDraft } from '../../src/careers/model/draft.ts'
import type { Question } from '../../src/careers/model/question.ts'
import type { Reader } from '../../src/careers/model/reader.ts'
import { zoneGroups } from '../../src/careers/model/zones.ts'
import type { MyApplication } from '../../src/careers/my-page/my-application.ts'
import type { CareersHome } from '../../src/careers/postings/home.ts'
import type { Counted, Posting } from '../../src/careers/postings/posting.ts'
import type { Site } from '../../src/careers/site/site.ts'

export const site: Site = {
  organisation: {
    name: 'Northwind Robotics',
    legalName: 'Northwind Robotics B.V.',
    address: 'Keilekade 84, Rotterdam',
    contactMail: 'people@northwind.example',
  },
  baseUrl: 'https://careers.northwind.example',
  assetVersion: '1',
  languages: [],
}

export const lisbon: Reader = { lang: 'en', locale: 'en-GB', zone: 'Europe/Lisbon' }
export const rotterdam = { town: 'Rotterdam', zone: 'Europe/Amsterdam' }
export const now = '2026-11-22T20:14:00Z'

export const posting: Posting = {
  slug: 'motion-control-engineer',
  reference: 'MC-2026-07',
  title: 'Motion Control Engineer',
  team: 'Motion & safety',
  summary:
    'Make a 14 kg arm fast when it can be and gentle when it must be. You own the loop from encoder to torque.',
  lang: 'en',
  places: [
    { town: 'Rotterdam', country: 'NL', region: 'Zuid-Holland', street: 'Keilekade 84', postalCode: '3029' },
  ],
  remote: { kind: 'hybrid', remark: '2 days a week from home' },
  employment: ['full-time', 'part-time'],
  pay: {
    currency: 'EUR',
    least: 62000,
    most: 78000,
    per: 'year',
    remark: 'gross, for full time, 8 % holiday pay included. No bonus.',
  },
  seats: 1,
  postedOn: '2026-11-09',
  changedAt: '2026-11-09T08:00:00Z',
  closesAt: '2026-12-11T22:59:00Z',
  office: rotterdam,
  facts: [
    { term: 'Hours', value: '32 or 40 a week', remark: 'permanent contract, 28 days’ leave at 40 hours' },
    { term: 'Start', value: 'February 2027', remark: 'we wait for your notice period' },
  ],
  passages: [
    {
      heading: 'What you will have done',
      aside: 'The job as outcomes',
      body: '<p>After three months: the new joint runs on your tuning in the lab, and Ifeoma can explain it from your notes.</p><p>After six months: the stop distance at full speed is under 40 mm, measured, in four hospital kitchens.</p>',
    },
    {
      heading: 'What we look for',
      body: '<h3>Needed</h3><ul><li>You have tuned servo loops on real hardware and can say why a change worked.</li><li>C or C++ on a microcontroller, with somebody else’s code around it.</li><li>English for daily work. Dutch is not needed.</li></ul><h3>Good to have, can be learned here</h3><ul><li>Safety standards for motion (ISO 13849, SS1, SLS)</li><li>EtherCAT or CANopen</li></ul><p>No degree is asked. We don’t count years.</p>',
    },
  ],
  steps: [
    {
      state: 'now',
      title: 'You apply',
      when: 'today',
      remark: 'A person reads it: Tomasz Wójcik. No software sorts or scores.',
    },
    {
      state: 'next',
      title: 'We answer',
      when: 'within 5 working days',
      whenRemark: 'middle so far: 3',
      remark: 'A clear yes or no, with a reason.',
    },
    {
      state: 'next',
      title: 'Talk with Tomasz',
      when: '30 min',
      whenRemark: 'video',
      remark: 'Pay, place, hours, your questions.',
    },
    {
      state: 'next',
      title: 'Technical conversation',
      when: '60 min',
      whenRemark: 'video',
      remark: 'With Ifeoma Adeyemi and Jonas Lindqvist. No puzzles.',
    },
    {
      state: 'next',
      title: 'Decision and offer',
      when: 'within 3 working days',
      remark: 'In writing, with the reasons.',
    },
  ],
  people: [
    {
      name: 'Marieke van den Berg',
      does: 'Head of motion & safety. She decides, and would be your manager.',
    },
    {
      name: 'Tomasz Wójcik',
      does: 'Recruiter. Your contact from first to last:',
      mail: 'tomasz@northwind.example',
    },
  ],
}

export const counted: Counted = {
  applied: 64,
  answered: 58,
  inInterviews: 4,
  lastInterviewAt: '2026-11-19T14:00:00Z',
  daysToDecision: { middle: 24, from: 19, to: 31, people: 18 },
}

const leeds: Posting = {
  ...posting,
  slug: 'mechatronics-intern',
  reference: 'MI-2026-02',
  title: 'Mechatronics Intern, spring 2027',
  places: [{ town: 'Leeds', country: 'GB' }],
  remote: { kind: 'on-site' },
  employment: ['intern'],
  pay: { currency: 'GBP', least: 2050, most: 2050, per: 'month' },
  seats: 2,
}

export const perception: Posting = {
  ...posting,
  slug: 'senior-perception-engineer',
  reference: 'PE-2026-01',
  title: 'Senior Perception Engineer',
  team: 'Perception',
  places: [],
  remote: { kind: 'remote', from: ['NL', 'DE', 'PT'] },
  employment: ['full-time'],
  pay: { currency: 'EUR', least: 74000, most: 92000, per: 'year' },
  closesAt: undefined,
}

export const postings = [posting, leeds, perception]

export const home: CareersHome = {
  heading: 'Machines that move carefully, built by people who do too',
  lead: 'We make robot arms that work next to people in hospitals, kitchens and small factories. 214 of us, in Rotterdam, Leeds and Toronto.',
  search: { words: '', team: '', place: '' },
  teams: [
    { id: 'motion', label: 'Motion & safety', jobs: 2 },
    { id: 'perception', label: 'Perception', jobs: 1 },
  ],
  places: [
    { id: 'rotterdam', label: 'Rotterdam', jobs: 1 },
    { id: 'leeds', label: 'Leeds', jobs: 1 },
  ],
  open: 3,
  found: [
    { team: 'Motion & safety', postings: [posting, leeds] },
    { team: 'Perception', postings: [perception] },
  ],
  figures: {
    countedAt: '2026-11-20T10:00:00Z',
    list: [
      { figure: '3', says: 'working days to a first answer, in the middle. We promise 5.' },
      { figure: '1,386', says: 'people applied since January. All who were turned down got a reason.' },
      { figure: '4 %', says: 'of our dates were missed. Each person was told before the day.' },
    ],
  },
}

export const questions: readonly Question[] = [
  {
    id: 'permit',
    kind: 'single-choice',
    label: 'May you work in the Netherlands today?',
    hint: 'Both answers are fine: we arrange permits. It only tells us how early to start.',
    required: true,
    options: [
      { id: 'a', label: 'Yes, without a permit' },
      { id: 'b', label: 'I would need a permit' },
    ],
  },
  {
    id: 'loop',
    kind: 'long-text',
    label: 'Tell us about a control loop you tuned on real hardware',
    required: true,
    min: 50,
    max: 250,
  },
  {
    id: 'tools',
    kind: 'multiple-choice',
    label: 'What have you worked with?',
    required: false,
    max: 2,
    options: [
      { id: 'ec', label: 'EtherCAT' },
      { id: 'co', label: 'CANopen' },
      { id: 'st', label: 'STM32' },
    ],
  },
  { id: 'travel', kind: 'yes-no', label: 'Would you travel to Leeds twice a year?', required: true },
  {
    id: 'hours',
    kind: 'number',
    label: 'Hours a week',
    required: true,
    min: 24,
    max: 40,
    unit: 'Between 24 and 40.',
  },
  { id: 'start', kind: 'date', label: 'Earliest day you could start', required: false },
  { id: 'code', kind: 'link', label: 'Something you made', required: false },
  { id: 'log', kind: 'file', label: 'A plot or a log you are proud of', required: false },
  { id: 'heard', kind: 'short-text', label: 'Where did you hear of us?', required: false },
]

export const form: ApplicationForm = {
  posting: { slug: posting.slug, title: posting.title, place: 'Rotterdam', lang: 'en' },
  fixed: { phone: 'optional', town: 'optional', resume: 'needed', coverLetter: 'optional' },
  questions,
  readBy: ['Tomasz', 'Ifeoma'],
  zones: zoneGroups(now, 'en-GB'),
  mostMegabytes: 10,
  keepInMindMonths: 12,
  draft: emptyDraft('r-1', 'Europe/Lisbon'),
  problems: [],
}

const fiftyWords =
  'The elbow joint overshot by three millimetres at every stop and the friction was not what we assumed. '.repeat(
    4,
  )

export const filledDraft: Draft = {
  ...emptyDraft('r-2', 'Europe/Lisbon'),
  name: 'Inês Carvalho Duarte',
  email: 'ines.carvalho@correio.example',
  town: 'Lisbon',
  resume: { handle: 'h-9f2c', name: 'Ines-Carvalho-CV.pdf', bytes: 184_000 },
  entries: [
    {
      title: 'Control engineer',
      where: 'Braço Robótica',
      from: '2022-03',
      until: '',
      outcome: 'Cut settling time from 310 to 140 ms.',
    },
    {
      title: 'MSc Electrical engineering',
      where: 'Universidade do Minho',
      from: '2016-09',
      until: '2018-07',
      outcome: '',
    },
  ],
  answers: { permit: ['a'], loop: [fiftyWords], tools: ['ec', 'st'], travel: ['yes'], hours: ['40'] },
}

export const sent: SentApplication = {
  callName: 'Inês',
  email: 'ines.carvalho@correio.example',
  job: { title: 'Motion Control Engineer', lang: 'en' },
  sentAt: '2026-11-09T20:31:00Z',
  promise: { by: '2026-11-16T17:00:00Z', who: 'Tomasz Wójcik' },
  office: rotterdam,
  contains: { entries: 3, files: 1, answers: 4 },
  next: [
    { state: 'next', title: 'Your turn, if we go on: choose a time to talk', whenRemark: '30 min, video' },
  ],
}

export const mine: MyApplication = {
  ref: 'a1',
  person: { name: 'Inês Carvalho Duarte', callName: 'Inês' },
  job: { title: 'Motion Control Engineer', place: 'Rotterdam', lang: 'en' },
  standing: {
    kind: 'our-turn',
    who: 'Marieke',
    what: 'Marieke reads the notes on your technical conversation',
    by: '2026-11-24T17:00:00Z',
  },
  office: rotterdam,
  promises: { kept: 61, due: 62 },
  stillInProcess: 4,
  interviews: [
    {
      id: 'i1',
      name: 'Technical conversation',
      minutes: 60,
      startsAt: '2026-11-18T09:00:00Z',
      place: '',
      people: ['Marieke Osei'],
      mayChoose: false,
    },
    {
      id: 'i2',
      name: 'With the team',
      minutes: 45,
      startsAt: null,
      place: '',
      people: ['Tomasz Wójcik', 'Ana Sørensen'],
      mayChoose: true,
    },
  ],
  steps: [
    {
      state: 'done',
      title: 'You applied',
      when: 'Mon 9 Nov',
      remark: 'We answered on Wednesday 11 November: yes. Promised was the 16th.',
    },
    { state: 'done', title: 'Talk with Tomasz', when: 'Fri 13 Nov', remark: '30 minutes.' },
    { state: 'done', title: 'Technical conversation', when: 'Thu 19 Nov', remark: 'With Ifeoma and Jonas.' },
    {
      state: 'now',
      turn: 'us',
      title: 'Decision about the visit',
      when: 'by Tue 24 Nov, 17:00',
      whenRemark: '18:00 in Rotterdam',
      remark: 'Marieke van den Berg decides. If it’s a no, you get the reason that day.',
    },
    { state: 'next', title: 'Half a day in Rotterdam', remark: 'We book and pay the travel from Lisbon.' },
    { state: 'next', title: 'Decision and offer', whenRemark: 'within 3 working days' },
  ],
  messages: [
    {
      from: 'them',
      who: 'Tomasz Wójcik',
      at: '2026-11-20T16:12:00Z',
      text: 'Ifeoma and Jonas have handed in their notes. Marieke reads them on Monday.\nOne practical question for later: would you need a permit to start before March?',
    },
    {
      from: 'me',
      who: 'Inês',
      at: '2026-11-19T17:40:00Z',
      text: 'Thank you both for the conversation, the log was fun.',
    },
  ],
  olderMessages: 5,
  contact: { name: 'Tomasz', answersInDays: 2 },
  people: [
    { name: 'Marieke van den Berg', does: 'Decides. Would be your manager.' },
    { name: 'Tomasz Wójcik', does: 'Recruiter, your contact' },
  ],
  documents: [
    { id: 'd1', name: 'Ines-Carvalho-CV.pdf', from: 'you', on: '2026-11-09' },
    {
      id: 'd2',
      name: 'Motion Control Engineer, as it was when you applied',
      from: 'from us',
      on: '2026-11-09',
    },
  ],
  kept: [
    {
      what: 'Your form and résumé',
      from: 'you, 9 Nov',
      seenBy: 'Tomasz, Marieke, your interviewers',
      until: '4 weeks after the decision',
    },
    {
      what: 'Mails and messages (7)',
      from: 'you and Tomasz',
      seenBy: 'Tomasz, Marieke',
      until: '4 weeks after the decision',
    },
  ],
  looks: [
    {
      who: 'Tomasz Wójcik',
      role: 'recruiter',
      at: ['2026-11-10T09:00:00Z', '2026-11-13T09:00:00Z', '2026-11-13T15:00:00Z'],
    },
    { who: 'Marieke van den Berg', role: 'decides', at: ['2026-11-20T09:00:00Z'] },
  ],
  others: [],
  may: { withdraw: true, undoWithdrawal: false, write: true, addDocument: true },
}
