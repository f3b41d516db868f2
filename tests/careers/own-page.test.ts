import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { newId } from '../../src/kernel/new-id.ts'
import { sql } from '../../src/kernel/sql.ts'
import { fieldsOf, type PublicSite, publicSite } from '../support/public-site.ts'

let at: PublicSite
let slug: string
beforeAll(async () => {
  at = await publicSite()
  slug = (await at.newJob()).slug
})
afterAll(() => at.closeAll())

const apply = async (email: string, name = 'Inês Carvalho', to = slug) => {
  const path = `/careers/jobs/${to}/apply`
  const sent = await at.post(path, {
    ...fieldsOf(await (await at.get(path)).text()),
    name,
    email,
    resume: new File([`${name}\nEngineer of robots`], 'cv.txt'),
    'q-travel': 'yes',
    act: 'send',
  })
  expect(sent.status).toBe(303)
}
const linkTo = async (email: string) => /(\/careers\/me\/open\/\S+)/.exec((await at.mailTo(email))!.text)![1]!
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!
/** Applies, opens the mailed link, and answers the page's path and the session's cookie. */
const opened = async (email: string, name?: string) => {
  await apply(email, name)
  const answer = await at.post(await linkTo(email), {})
  return { path: answer.headers.get('location')!, cookie: cookieOf(answer), answer }
}
const textOf = async (path: string, cookie: string) => (await at.get(path, cookie)).text()

describe('the way in', () => {
  it('a mailed link shows a button, which trades it once for a session (R11)', async () => {
    await apply('way@mail.example')
    const link = await linkTo('way@mail.example')
    for (let look = 0; look < 3; look++) expect(await (await at.get(link)).text()).toContain('Open my page')
    const answer = await at.post(link, {})
    expect(answer.status).toBe(303)
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(/Max-Age=86400/i)
    expect(cookie).toMatch(/Path=\/careers/i)
    const again = await at.post(link, {})
    expect(again.status).toBe(410)
    expect(again.headers.get('set-cookie')).toBeNull()
    expect(await again.text()).toContain('This link has been used or has expired')
  })

  it('is only what it says for who has no session, or a made-up one', async () => {
    for (const cookie of ['', `throughline_candidate=${'x'.repeat(40)}`, 'throughline_candidate=1']) {
      const answer = await at.get('/careers/me', cookie)
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('We need to know that it is you')
      expect((await at.get('/careers/me/download', cookie)).status).toBe(403)
    }
  })

  it('another site can’t post to it', async () => {
    const { path, cookie } = await opened('csrf@mail.example')
    const strangers: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      {},
    ]
    for (const headers of strangers) {
      const answer = await at.app.request(`${path}/withdraw`, {
        method: 'POST',
        headers: { cookie, ...headers },
        body: new FormData(),
      })
      expect(answer.status).toBe(403)
    }
    expect(await textOf(path, cookie)).toContain('Withdraw my application')
  })

  it('a new link is mailed to who applied, with the same answer in the same time for who did not (R33)', async () => {
    await apply('known@mail.example')
    const ask = async (email: string) => {
      const began = performance.now()
      const answer = await at.post('/careers/me/link', { email })
      return {
        status: answer.status,
        page: (await answer.text()).replaceAll(email, 'ADDRESS'),
        ms: performance.now() - began,
      }
    }
    const known = await ask('known@mail.example')
    const unknown = await ask('nobody@mail.example')
    expect({ ...known, ms: 0 }).toEqual({ ...unknown, ms: 0 })
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThanOrEqual(395)
    expect((await at.mailTo('known@mail.example'))!.text).toContain('/careers/me/open/')
    expect(await at.mailTo('nobody@mail.example')).toBeUndefined()
  })

  it('leaving ends the session on the server too', async () => {
    const { cookie } = await opened('leaver@mail.example')
    await at.post('/careers/me/leave', {}, cookie)
    expect((await at.get('/careers/me', cookie)).status).toBe(403)
  })
})

describe('the page itself', () => {
  it('tells where the application stands, from the record', async () => {
    const { path, cookie } = await opened('truth@mail.example', 'Hedda Holm')
    const page = await textOf(path, cookie)
    expect(page).toContain('You’ll hear from Maren Osei by Friday 27 November, 17:00')
    expect(page).toContain('cv.txt')
    expect(page).toContain('Tomás Echeverría')
    const answer = await at.get(path, cookie)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('does not tell a rejection before its mail has left', async () => {
    const { path, cookie } = await opened('no@mail.example', 'Ragnar Rask')
    const done = await at.kernel.run(
      rejectApplications,
      {
        applicationIds: [path.split('/').at(-1)!],
        reasonCode: 'less-experience',
      },
      { actor: at.cast.tomas },
    )
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(await textOf(path, cookie)).not.toContain('not going on')
    await sql`update messaging.message set state = 'sent', sent_at = send_after where template_key like 'rejection%'`.execute(
      at.database.write,
    )
    expect(await textOf(path, cookie)).toContain('We are not going on with your application, Ragnar')
  })

  it('withdraws with a reason, and takes it back', async () => {
    const { path, cookie } = await opened('back@mail.example')
    expect(await textOf(`${path}/withdraw`, cookie)).toContain('The pay does not fit')
    const done = await at.post(`${path}/withdraw`, { reason: 'withdrew-pay', note: 'Sorry.' }, cookie)
    expect(done.headers.get('location')).toBe(`${path}?said=withdrawn`)
    const out = await textOf(path, cookie)
    expect(out).toContain('You withdrew your application')
    await at.post(`${path}/withdraw/undo`, {}, cookie)
    expect(await textOf(path, cookie)).toContain('You’ll hear from')
  })

  it('sends a message that stands on the page', async () => {
    const { path, cookie } = await opened('writer@mail.example')
    await at.post(`${path}/messages`, { text: 'May I bring <b>my</b> dog?' }, cookie)
    expect(await textOf(path, cookie)).toContain('May I bring &lt;b&gt;my&lt;/b&gt; dog?')
  })

  it('corrects what is wrong and shows what is', async () => {
    const { path, cookie } = await opened('wrong@mail.example', 'Wrong Nam')
    const form = await textOf('/careers/me/correct', cookie)
    expect(fieldsOf(form)).toMatchObject({ name: 'Wrong Nam', email: 'wrong@mail.example' })
    const saved = await at.post(
      '/careers/me/correct',
      { name: 'Right Name', email: 'wrong@mail.example', phone: '+31 6 12345678', town: 'Delft' },
      cookie,
    )
    expect(saved.headers.get('location')).toBe(`${path}?said=corrected`)
    expect(await textOf(path, cookie)).toContain('Right Name')
    expect(fieldsOf(await textOf('/careers/me/correct', cookie))).toMatchObject({ town: 'Delft' })
    const bad = await at.post('/careers/me/correct', { name: 'Right Name', email: 'nowhere' }, cookie)
    expect(bad.status).toBe(422)
    expect(await bad.text()).toContain('Not saved yet')
  })

  it('gives everything as JSON to take away', async () => {
    const { cookie } = await opened('taker@mail.example')
    const answer = await at.get('/careers/me/download', cookie)
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(JSON.stringify(await answer.json())).toContain('taker@mail.example')
  })

  it('opens one’s own files as downloads, and nobody else’s', async () => {
    const mine = await opened('files@mail.example')
    const other = await opened('other@mail.example', 'Somebody Else')
    const link = (page: string) => /href="([^"]*\/documents\/[^"]*)"/.exec(page)![1]!
    const own = await at.get(link(await textOf(mine.path, mine.cookie)), mine.cookie)
    expect(own.status).toBe(200)
    expect(own.headers.get('content-disposition')).toContain('attachment')
    expect(own.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(await own.text()).toContain('Engineer of robots')
    const theirs = link(await textOf(other.path, other.cookie))
    expect((await at.get(theirs, mine.cookie)).status).toBe(404)
    const fileId = theirs.split('/').at(-1)!
    expect((await at.get(`${mine.path}/documents/${fileId}`, mine.cookie)).status).toBe(404)
    for (const path of [other.path, `${other.path}/withdraw`])
      expect((await at.get(path, mine.cookie)).status).toBe(404)
    for (const act of ['withdraw', 'withdraw/undo', 'messages'])
      expect((await at.post(`${other.path}/${act}`, { text: 'x' }, mine.cookie)).status).toBe(404)
  })

  it('takes a newer document beside the earlier one', async () => {
    const { path, cookie } = await opened('newer@mail.example')
    const done = await at.post(`${path}/documents`, { file: new File(['New'], 'cv-2027.txt') }, cookie)
    expect(done.headers.get('location')).toBe(`${path}?said=document-added`)
    const page = await textOf(path, cookie)
    expect(page).toContain('cv-2027.txt')
    expect(page).toContain('cv.txt')
  })

  it('asks for deletion once it is meant, and says since when', async () => {
    const { path, cookie } = await opened('erase@mail.example')
    const unsure = await at.post('/careers/me/erase', {}, cookie)
    expect(unsure.status).toBe(422)
    await at.post('/careers/me/erase', { sure: 'yes' }, cookie)
    expect(await textOf(path, cookie)).toContain(
      'You asked us on Saturday 21 November 2026 to delete your data.',
    )
    const asked = await at.rows(
      sql<{ n: number }>`select count(*) as n from ats.erasure_request where settled_at is null`,
    )
    expect(asked[0]!.n).toBe(1)
  })
})

describe('unsubscribing (R71, R79)', () => {
  const link = async (address: string) => {
    const id = newId()
    await sql`insert into messaging.unsubscribe_link (id, candidate_id, address, purpose, created_at)
      values (${id}, null, ${address}, 'newsletter', now() - interval '90 days')`.execute(at.database.write)
    return at.unsubscribePath(id)
  }
  const suppressed = async (address: string) =>
    (
      await at.rows(
        sql<{ address: string }>`select address from messaging.suppression where address = ${address}`,
      )
    ).length

  it('looking changes nothing; one POST does, in both encodings, without cookie or redirect, also twice', async () => {
    const encodings: RequestInit[] = [
      {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      },
      {
        body: (() => {
          const form = new FormData()
          form.append('List-Unsubscribe', 'One-Click')
          return form
        })(),
      },
    ]
    for (const [number, encoding] of encodings.entries()) {
      const address = `reader${number}@mail.example`
      const path = await link(address)
      for (let look = 0; look < 2; look++) expect((await at.get(path)).status).toBe(200)
      expect(await suppressed(address)).toBe(0)
      for (let time = 0; time < 2; time++) {
        const done = await at.app.request(path, { method: 'POST', ...encoding })
        expect([done.status, done.headers.get('set-cookie')]).toEqual([200, null])
      }
      expect(await suppressed(address)).toBe(1)
    }
  })

  it('a forged link gets the same answer and does nothing', async () => {
    const path = await link('victim@mail.example')
    const forged = `${path.slice(0, -4)}0000`
    const body = () => ({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    const none = await (await at.app.request(forged, body())).text()
    expect(await suppressed('victim@mail.example')).toBe(0)
    expect(await (await at.app.request(path, body())).text()).toBe(none)
  })
})
