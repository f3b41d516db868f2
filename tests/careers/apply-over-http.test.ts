import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '../../src/kernel/sql.ts'
import { fieldsOf, type PublicSite, publicSite } from '../support/public-site.ts'

let at: PublicSite
let slug: string
beforeAll(async () => {
  at = await publicSite()
  slug = (await at.newJob()).slug
})
afterAll(() => at.closeAll())

const resumeText = `Inês Carvalho Duarte
Lisbon, Portugal
ines.carvalho@correio.example
+351 912 345 678

Experience
Control Engineer, Braço Robótica
March 2022 - Present
Cut settling time from 310 to 140 ms.

Education
MSc Electrical Engineering, Universidade do Minho
2016 - 2018
`
const textResume = (text = resumeText) => new File([text], 'Ines CV.txt', { type: 'text/plain' })

const address = () => `/careers/jobs/${slug}/apply`
const blank = async () => fieldsOf(await (await at.get(address())).text())
const filled = async (email: string) => ({
  ...(await blank()),
  name: 'Inês Carvalho',
  email,
  'resume-link': 'https://ines.example/cv',
  'q-travel': 'yes',
})
const applications = async (email: string) =>
  at.rows(
    sql<{
      id: string
      candidateId: string
      answers: { questionId: string; value: unknown }[]
      resumeFileId: string | null
    }>`
      select a.id, a.candidate_id as "candidateId", a.answers, a.resume_file_id as "resumeFileId"
      from ats.application a join candidates.contact_point p on p.candidate_id = a.candidate_id
      where p.value = ${email}`,
  )

it('reads a résumé into the form, keeps the reading, sends nothing, and loses nothing that was typed', async () => {
  const read = await at.post(address(), {
    ...(await blank()),
    town: 'Porto',
    resume: textResume(),
    act: 'read',
  })
  expect(read.status).toBe(200)
  const page = await read.text()
  const fields = fieldsOf(page)
  expect(fields).toMatchObject({
    name: 'Inês Carvalho Duarte',
    email: 'ines.carvalho@correio.example',
    town: 'Porto',
    'entry-0-title': 'Control Engineer',
    'entry-0-where': 'Braço Robótica',
  })
  expect(page).toContain('We read Ines CV.txt')
  expect(fields['resume-handle']).toMatch(/^[\w-]{32}$/)
  const kept = await at.rows(
    sql<{ state: string; text: string }>`select state, text from documents.file where name = 'Ines CV.txt'`,
  )
  expect(kept[0]).toMatchObject({ state: 'read', text: expect.stringContaining('Braço Robótica') })
  expect(await applications('ines.carvalho@correio.example')).toHaveLength(0)

  const sent = await at.post(address(), {
    ...fields,
    'entry-0-title': 'Lead engineer',
    'q-travel': 'yes',
    act: 'send',
  })
  expect(sent.status).toBe(303)
  const [application] = await applications('ines.carvalho@correio.example')
  expect(application!.resumeFileId).not.toBeNull()
  expect(application!.answers).toContainEqual(
    expect.objectContaining({
      questionId: 'work-and-learning',
      value: expect.stringContaining('Lead engineer'),
    }),
  )
  const confirmation = await at.get(sent.headers.get('location')!)
  const said = await confirmation.text()
  expect(said).toContain('Thank you, Inês Carvalho Duarte. We have your application.')
  expect(said).toContain('Maren Osei reads it')
  expect(confirmation.headers.get('cache-control')).toBe('no-store')
  expect(confirmation.headers.get('set-cookie')).toBeNull()
})

it('keeps a file that can’t be read and says so', async () => {
  const page = await (
    await at.post(address(), {
      ...(await blank()),
      name: 'Typed Before',
      resume: new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 1, 2, 3, 0, 0])], 'broken.pdf'),
      act: 'read',
    })
  ).text()
  expect(page).toContain('We have broken.pdf')
  expect(page).toContain('could not read any text')
  expect(fieldsOf(page)).toMatchObject({ name: 'Typed Before', 'resume-handle': expect.stringMatching(/./) })
})

it('sends back everything typed with each problem at its field, the file held', async () => {
  const answer = await at.post(address(), {
    ...(await blank()),
    name: 'Ada',
    email: 'ada@nowhere',
    resume: textResume(),
    'q-tools': ['ec', 'co'],
    act: 'send',
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toMatch(/<title>2 things to put right/)
  expect(page).toContain('href="#email"')
  expect(page).toContain('href="#q-travel"')
  expect(page).toMatch(/value="ec" checked[\s\S]*value="co" checked/)
  expect(fieldsOf(page)).toMatchObject({ name: 'Ada', 'resume-handle': expect.stringMatching(/./) })
})

it('makes one application of the same form posted twice, at once or later', async () => {
  const fields = { ...(await filled('twice@mail.example')), act: 'send' }
  const answers = await Promise.all([at.post(address(), fields), at.post(address(), fields)])
  answers.push(await at.post(address(), fields))
  expect(answers.map((one) => one.status)).toEqual([303, 303, 303])
  const [one] = await applications('twice@mail.example')
  expect(await applications('twice@mail.example')).toHaveLength(1)
  const facts = await at.rows(
    sql<{
      name: string
    }>`select name from kernel.fact where application_id = ${one!.id} and name like 'application.%'`,
  )
  expect(facts.map((fact) => fact.name)).toEqual(['application.received'])
})

it('takes no file by an id, nor a secret that it did not give (R12)', async () => {
  const [file] = await at.rows(sql<{ id: string }>`select id from documents.file limit 1`)
  for (const handle of [file!.id, 'x'.repeat(32), '../../etc/passwd'.padEnd(24, 'x')]) {
    const answer = await at.post(address(), {
      ...(await filled('thief@mail.example')),
      'resume-handle': handle,
      act: 'send',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Please choose it again')
  }
  expect(await applications('thief@mail.example')).toHaveLength(0)
})

it('a secret works for one application only', async () => {
  const held = fieldsOf(
    await (
      await at.post(address(), { ...(await blank()), resume: textResume('Once only'), act: 'add-entry' })
    ).text(),
  )
  const send = (email: string) =>
    at.post(address(), {
      ...held,
      name: 'One Two',
      email,
      'q-travel': 'no',
      'entry-0-title': '',
      act: 'send',
    })
  expect((await send('one@mail.example')).status).toBe(303)
  expect((await send('two@mail.example')).status).toBe(422)
})

it('sends to a person again what a machine seems to have filled in, nothing lost', async () => {
  const answer = await at.post(address(), {
    ...(await filled('trap@mail.example')),
    'company-website': 'https://spam.example',
    act: 'send',
  })
  expect(answer.status).toBe(422)
  const again = fieldsOf(await answer.text())
  expect(again).toMatchObject({ email: 'trap@mail.example', 'company-website': '' })
  expect(await applications('trap@mail.example')).toHaveLength(0)
  expect((await at.post(address(), { ...again, act: 'send' })).status).toBe(303)
})

it('the answer is the same whether or not we know the address (R33)', async () => {
  const shown = async (email: string, request: string) => {
    const sent = await at.post(address(), { ...(await filled(email)), request, act: 'send' })
    const page = await (await at.get(sent.headers.get('location')!)).text()
    return page.replaceAll(email, 'ADDRESS')
  }
  await shown('known@mail.example', 'r-known-1')
  expect(await shown('known@mail.example', 'r-known-2')).toBe(await shown('fresh@mail.example', 'r-fresh'))
})

it('keeps a form for later behind a mailed link, and brings it back', async () => {
  const kept = await at.post(address(), {
    ...(await blank()),
    name: 'Later Person',
    email: 'later@mail.example',
    resume: textResume('Later'),
    'q-travel': 'no',
    act: 'later',
  })
  expect(await kept.text()).toContain('Saved. Look into your mail')
  const mail = await at.mailTo('later@mail.example')
  const link = /http:\/\/localhost:3000(\/\S+)/.exec(mail!.text)![1]!
  const page = await (await at.get(link)).text()
  expect(fieldsOf(page)).toMatchObject({
    name: 'Later Person',
    'q-travel': 'no',
    'resume-handle': expect.stringMatching(/./),
  })
  expect((await at.get(`${address()}?draft=${'x'.repeat(32)}`)).status).toBe(404)
})

it('refuses a file over 10 MB at its field, and a whole form over its cap with 413', async () => {
  const big = await at.post(address(), {
    ...(await filled('big@mail.example')),
    resume: new File([new Uint8Array(10_000_001)], 'big.pdf'),
    act: 'send',
  })
  expect(big.status).toBe(422)
  const page = await big.text()
  expect(page).toContain('is larger than 10 MB')
  expect(fieldsOf(page)).toMatchObject({ email: 'big@mail.example' })
  const huge = await at.app.request(address(), {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '40000000' },
    body: 'x',
  })
  expect([huge.status, await huge.text()]).toEqual([413, expect.stringContaining('too large')])
})

it('the page that keeps things says what is done with them: consent only when ticked, with the words shown', async () => {
  await at.post(address(), { ...(await filled('no@mail.example')), act: 'send' })
  await at.post(address(), { ...(await filled('yes@mail.example')), 'keep-in-mind': 'yes', act: 'send' })
  const consents = await at.rows(
    sql<{ value: string; text: string }>`select p.value, e.text_shown as text from candidates.consent_event e
      join candidates.contact_point p on p.candidate_id = e.candidate_id where e.purpose = 'talent-pool' and p.kind = 'email'`,
  )
  expect(consents).toEqual([{ value: 'yes@mail.example', text: expect.stringContaining('for 12 months') }])
})

it('stops one place after too many posts with a page that says when to try again (R32)', async () => {
  const own = await publicSite()
  const job = await own.newJob()
  const path = `/careers/jobs/${job.slug}/apply`
  const statuses: number[] = []
  for (let n = 0; n < 62; n++) statuses.push((await own.post(path, { act: 'add-entry' })).status)
  expect(statuses.filter((status) => status === 429)).toHaveLength(2)
  expect(await (await own.post(path, { act: 'send' })).text()).toContain('try again in 10 minutes')
  await own.closeAll()
})
