import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'

/** What everybody of Northwind's first day in the product is called. */
export const firstAdmin = {
  name: 'Priya Raghunathan',
  mail: 'priya@northwind.example',
  password: 'a long walk along the Maas at dusk',
}

/** The code that an authenticator app shows now. */
export const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate()

/**
 * Somebody signed in over HTTP, as the app speaks: one cookie, writes as from our own page.
 * `ask` and `run` throw with the refusal's sentence; `tried` answers it.
 */
export const signedIn = (url: string, cookie: string) => {
  const headers = { cookie, 'x-throughline': 'test', 'content-type': 'application/json' }
  const tried = async (name: string, input: object, at = url) =>
    (await (
      await fetch(`${at}/api/v1/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })
    ).json()) as Answer
  const accepted = (name: string, answer: Answer) => {
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code}: ${answer.refusal.says}`)
    return answer.value
  }
  return {
    cookie,
    tried,
    run: async <Value = unknown>(name: string, input: object = {}, at = url): Promise<Value> =>
      accepted(name, await tried(name, input, at)) as Value,
    ask: async <Value = unknown>(name: string, input: object = {}, at = url): Promise<Value> =>
      accepted(
        name,
        (await (
          await fetch(`${at}/api/v1/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers })
        ).json()) as Answer,
      ) as Value,
  }
}
export type SignedIn = ReturnType<typeof signedIn>
type Answer = { ok: true; value: unknown } | { ok: false; refusal: { code: string; says: string } }

/** Sets up Northwind on an empty installation, with a second factor, and signs its first administrator in. */
export const setUpNorthwind = async (url: string, token: string): Promise<SignedIn> => {
  let cookie = ''
  const auth = async (path: string, body: object = {}) => {
    const response = await fetch(`${url}/auth/${path}`, {
      method: 'POST',
      headers: { cookie, 'x-throughline': 'test', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as {
      ok: boolean
      value: Partial<{ secret: string }>
      refusal?: { says: string }
    }
    if (!answer.ok) throw new Error(`${path}: ${answer.refusal?.says}`)
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer.value
  }
  await auth('first-run', {
    token,
    organisation: { name: 'Northwind Robotics' },
    admin: firstAdmin,
    office: { name: 'Rotterdam', city: 'Rotterdam', country: 'NL', timeZone: 'Europe/Amsterdam' },
  })
  const { secret } = await auth('second-factor/offer')
  await auth('second-factor/confirm', { code: codeOf(secret!) })
  return signedIn(url, cookie)
}

/** A published job and its stages. */
export const publishedJob = async (by: SignedIn, title = 'Motion Control Engineer', form: object = {}) => {
  const [office] = await by.ask<{ id: string }[]>('accounts.offices')
  const made = await by.run<{ jobId: string; slug: string }>('ats.createJob', {
    title,
    officeId: office!.id,
    country: 'NL',
    pay: { min: 62000, max: 78000, currency: 'EUR', period: 'year' },
    post: {
      summary: 'Make a 14 kg arm fast when it can be and gentle when it must be.',
      body: '# What you will do\n\nMake arms move.',
      locations: [{ city: 'Rotterdam', country: 'NL' }],
      publish: true,
      form,
    },
  })
  return made
}

/** So many people in the process of a job; their applications in the order of their numbers. */
export const peopleInProcess = async (by: SignedIn, jobId: string, count: number) => {
  const { candidates } = await by.run<{ candidates: { candidateId: string }[] }>('candidates.addCandidates', {
    candidates: Array.from({ length: count }, (_, at) => ({
      name: `Kim Number${at}`,
      emails: [`kim${at}@applicants.example`],
    })),
  })
  const { added } = await by.run<{ added: { candidateId: string; applicationId: string }[] }>(
    'ats.addApplications',
    { jobId, candidateIds: candidates.map((one) => one.candidateId) },
  )
  return added
}

/** A page in a browser in which they are signed in. */
export const pageOf = async (browser: Browser, url: string, by: SignedIn): Promise<Page> => {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam' })
  const [name, value] = by.cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url }])
  return context.newPage()
}
