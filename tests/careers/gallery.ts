import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { applicationForm } from '../../src/careers/applying/form.ts'
import { sentPage } from '../../src/careers/applying/sent.ts'
import { problemsOf } from '../../src/careers/model/problems.ts'
import { siteIcon, themeOf, themeSheet } from '../../src/careers/model/theme.ts'
import {
  linkMailedPage,
  newLinkPage,
  openLinkPage,
  savedForLaterPage,
} from '../../src/careers/my-page/links.ts'
import { myApplicationPage } from '../../src/careers/my-page/my-application.ts'
import { correctPage, erasePage, withdrawPage } from '../../src/careers/my-page/your-say.ts'
import { closedJobPage } from '../../src/careers/postings/closed.ts'
import { careersHome } from '../../src/careers/postings/home.ts'
import { jobPage } from '../../src/careers/postings/job.ts'
import { accessibilityPage } from '../../src/careers/site/accessibility.ts'
import { assetNamed } from '../../src/careers/site/assets.ts'
import { pageHeaders } from '../../src/careers/site/headers.ts'
import { noticePage } from '../../src/careers/site/notice.ts'
import { privacyPage } from '../../src/careers/site/privacy.ts'
import { counted, filledDraft, form, home, lisbon, mine, posting, sent, site } from './examples.ts'

const wrongDraft = {
  ...filledDraft,
  resume: undefined,
  email: 'ines.carvalho@correio',
  entries: [{ ...filledDraft.entries[0]!, until: '2020-01' }],
  answers: { ...filledDraft.answers, permit: [], loop: ['The elbow joint overshot.'], travel: [] },
}

const myself = { name: 'Inês Carvalho Duarte', email: 'ines@correio.example', phone: '', town: 'Lisbon' }

/** Every public page in the states that look different, by name. */
export const gallery: Readonly<Record<string, string>> = {
  home: careersHome(home, site, lisbon),
  'home-searched': careersHome(
    { ...home, search: { words: 'plumber', team: 'motion', place: '' }, found: [] },
    site,
    lisbon,
  ),
  'home-none-open': careersHome(
    { ...home, open: 0, found: [], teams: [], places: [], figures: undefined },
    site,
    lisbon,
  ),
  job: jobPage({ posting, counted }, site, lisbon),
  'job-preview': jobPage(
    { posting: { ...posting, pay: undefined, people: [], steps: [] }, preview: true },
    site,
    lisbon,
  ),
  closed: closedJobPage(
    { title: posting.title, closedAt: '2026-12-12T09:00:00Z', lang: 'en', openJobs: 2 },
    site,
    lisbon,
  ),
  apply: applicationForm(form, site, lisbon),
  'apply-read': applicationForm(
    { ...form, draft: filledDraft, reading: { outcome: 'read', pages: 2 } },
    site,
    lisbon,
  ),
  'apply-unreadable': applicationForm(
    { ...form, draft: filledDraft, reading: { outcome: 'unreadable' } },
    site,
    lisbon,
  ),
  'apply-errors': applicationForm(
    { ...form, draft: wrongDraft, problems: problemsOf(wrongDraft, form.fixed, form.questions) },
    site,
    lisbon,
  ),
  sent: sentPage(sent, site, lisbon),
  'sent-no-promise': sentPage({ ...sent, promise: undefined }, site, lisbon),
  saved: savedForLaterPage({ email: 'ines@correio.example', days: 14, slug: posting.slug }, site, lisbon),
  mine: myApplicationPage(mine, site, lisbon),
  'mine-late': myApplicationPage(
    {
      ...mine,
      standing: { ...mine.standing, late: { who: 'Tomasz' } } as typeof mine.standing,
      said: 'message-sent',
    },
    site,
    lisbon,
  ),
  'mine-on-hold': myApplicationPage(
    {
      ...mine,
      standing: { kind: 'on-hold', until: '2026-12-08T09:00:00Z', who: 'Tomasz' },
      promises: undefined,
    },
    site,
    lisbon,
  ),
  'mine-withdrawn': myApplicationPage(
    {
      ...mine,
      standing: { kind: 'out', side: 'withdrawn', at: '2026-11-21T10:00:00Z', erasedOn: '2026-12-19' },
      steps: [mine.steps[0]!, { state: 'ended', title: 'You withdrew', when: 'Sat 21 Nov' }],
      stillInProcess: undefined,
      may: { withdraw: false, undoWithdrawal: true, write: true, addDocument: false },
      others: [{ ref: 'a2', title: 'Functional Safety Engineer', open: true }],
    },
    site,
    lisbon,
  ),
  'mine-rejected': myApplicationPage(
    {
      ...mine,
      standing: {
        kind: 'out',
        side: 'rejected',
        at: '2026-11-24T15:20:00Z',
        reason:
          'Whoever takes this seat owns the safety case of the new joint within a year. In Jonas’s part the encoder was reporting a false position; you looked for the cause in the tuning to the end.',
        decidedBy: 'Marieke van den Berg',
        erasedOn: '2026-12-22',
      },
      steps: [
        ...mine.steps.slice(0, 3),
        { state: 'ended', title: 'Decision about the visit: no', when: 'Tue 24 Nov, 15:20' },
      ],
      stillInProcess: undefined,
      may: { withdraw: false, undoWithdrawal: false, write: true, addDocument: false },
    },
    site,
    lisbon,
  ),
  'mine-rtl': myApplicationPage(
    {
      ...mine,
      person: { name: 'هدى السالم', callName: 'هدى' },
      job: { title: 'مهندسة جودة', place: 'عمّان', lang: 'ar' },
      messages: [{ from: 'me', who: 'هدى', at: '2026-11-20T10:00:00Z', text: 'شكرًا لكم على المحادثة.' }],
    },
    site,
    { ...lisbon, lang: 'ar', locale: 'ar-JO', zone: 'Asia/Amman' },
  ),
  withdraw: withdrawPage(
    {
      ref: 'a1',
      job: posting.title,
      reasons: [
        { id: 'other-offer', label: 'I took another offer' },
        { id: 'pay', label: 'The pay' },
      ],
    },
    site,
    lisbon,
  ),
  correct: correctPage({ backTo: '/careers/me', values: myself, problems: [] }, site, lisbon),
  'correct-errors': correctPage(
    {
      backTo: '/careers/me',
      values: { ...myself, name: '' },
      problems: [{ field: 'name', label: 'Your name', says: 'write it as you want to be called' }],
    },
    site,
    lisbon,
  ),
  erase: erasePage(
    {
      backTo: '/careers/me',
      erased: ['Your application'],
      wrong: true,
    },
    site,
    lisbon,
  ),
  'open-link': openLinkPage('token', site, lisbon),
  'new-link': newLinkPage({ because: 'expired', email: '', problems: [] }, site, lisbon),
  'link-mailed': linkMailedPage('ines@correio.example', 14, site, lisbon),
  privacy: privacyPage(
    {
      stored: [
        {
          what: 'Your form',
          why: 'To decide on your application.',
          ground: 'GDPR Art. 6(1)(b)',
          seenBy: 'The job’s team',
          keptFor: '4 weeks after the decision',
        },
      ],
      authority: { name: 'Autoriteit Persoonsgegevens', url: 'https://autoriteitpersoonsgegevens.example' },
      added: '<p>We do not use agencies.</p>',
      changedOn: '2026-11-01',
    },
    site,
    lisbon,
  ),
  accessibility: accessibilityPage({ knownBarriers: [], checkedOn: '2026-11-22' }, site, lisbon),
  'not-found': noticePage({ kind: 'not-found' }, site, lisbon),
  'too-many': noticePage({ kind: 'too-many', retryInMinutes: 15 }, site, lisbon),
}

/** The gallery on a loopback port with the headers and assets that the real server sends. */
export const serveGallery = async (brand = '#0e5a70'): Promise<{ url: string; close: () => void }> => {
  const verdict = themeOf(brand)
  if (!verdict.ok) throw new Error(verdict.refusal.says)
  const server: Server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const name = path.slice(path.lastIndexOf('/') + 1)
    const drawn = gallery[name]
    if (drawn) return response.writeHead(200, pageHeaders('private')).end(drawn)
    if (name === 'theme.css')
      return response.writeHead(200, { 'content-type': 'text/css' }).end(themeSheet(verdict.theme))
    if (name === 'icon.svg')
      return response
        .writeHead(200, { 'content-type': 'image/svg+xml' })
        .end(siteIcon(verdict.theme, 'Northwind'))
    const asset = await assetNamed(name)
    if (asset) return response.writeHead(200, { 'content-type': asset.type }).end(asset.body)
    return response.writeHead(404).end()
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
