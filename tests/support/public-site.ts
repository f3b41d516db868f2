import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { diskFiles } from '../../src/adapters/disk-files.ts'
import { secretsOf } from '../../src/adapters/secrets.ts'
import { createTextExtraction } from '../../src/adapters/text-extraction.ts'
import { createJob } from '../../src/ats/jobs/create-job.ts'
import { saveMemory } from '../../src/kernel/memory.sql.ts'
import { visitor } from '../../src/kernel/model/actor.ts'
import type { JobId } from '../../src/kernel/model/id.ts'
import { sql } from '../../src/kernel/sql.ts'
import { unsubscribeUrl } from '../../src/messaging/model/composed.ts'
import { careersSite } from '../../src/server/careers/site.ts'
import { createHttp } from '../../src/server/http.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { type Ports, unplugged } from '../../src/server/ports.ts'
import { buildRooms } from '../../src/server/rooms.ts'
import { readSettings } from '../../src/server/settings.ts'
import { insertCast, offices, people } from './cast.ts'
import { testKernel } from './database.ts'

const sign = (text: string) => createHmac('sha256', 'test').update(text).digest('hex')

/** The public pages on a database and file store of their own, behind the real HTTP front; Northwind unless `empty`. */
export const publicSite = async ({
  baseUrl = 'http://localhost:3000',
  empty = false,
  mailer = undefined as Ports['mailer'] | undefined,
} = {}) => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-public-'))
  const textExtraction = createTextExtraction()
  const files = diskFiles(folder)
  const ports: Ports = {
    ...unplugged,
    secrets: secretsOf(new Uint8Array(32).fill(7)),
    passwords: unplugged.passwords,
    mailer: mailer ?? unplugged.mailer,
    sentNotes: unplugged.sentNotes,
    mailReading: unplugged.mailReading,
    attachments: unplugged.attachments,
    names: unplugged.names,
    tables: unplugged.tables,
    mailComesIn: { overImap: false },
    mailAddresses: { domain: 'mail.northwind.example', sign },
    files,
    textExtraction,
  }
  const rooms = buildRooms(ports)
  const test = await testKernel(rooms)
  await saveMemory('site.address', baseUrl).execute(test.database.write)
  const cast = empty ? undefined : await insertCast(test.database, rooms)
  const log = pino({ level: 'silent' })
  const settings = readSettings({ BASE_URL: baseUrl })
  const app = createHttp({
    kernel: test.kernel,
    live: { subscribe: () => () => undefined, close: async () => undefined } as never,
    log,
    metrics: createMetrics(),
    baseUrl,
    callerOf: async () => ({ actor: visitor, by: 'nothing' }),
    ready: async () => true,
    sites: [
      {
        at: '/',
        site: careersSite(test.kernel, settings, {
          ports,
          scanner: { scan: async () => ({ clean: true }) },
          log,
        }),
      },
    ],
  })

  const rows = async <Row>(statement: { execute(on: never): Promise<{ rows: Row[] }> }) =>
    (await statement.execute(test.database.read as never)).rows

  return {
    ...test,
    app,
    rows,
    cast: cast!,
    /** The path under a newsletter, as mails are given it. */
    unsubscribePath: (id: string) => unsubscribeUrl(id, { site: '', sign }),
    /** GET of a path, or POST of fields and files as a browser on our own pages sends them. */
    get: (path: string, cookie = '') => app.request(path, { headers: cookie ? { cookie } : {} }),
    post: (path: string, fields: Record<string, string | string[] | File>, cookie = '') => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one)
      return app.request(path, {
        method: 'POST',
        body,
        headers: { 'sec-fetch-site': 'same-origin', ...(cookie ? { cookie } : {}) },
      })
    },
    newJob: async (more: Record<string, unknown> = {}, post: Record<string, unknown> = {}) => {
      const made = await test.kernel.run(
        createJob,
        {
          title: 'Motion Control Engineer',
          department: 'Motion & safety',
          officeId: offices.rotterdam.id,
          country: 'NL',
          pay: { min: 62000, max: 78000, currency: 'EUR', period: 'year' },
          team: [
            { userId: people.maren.id, role: 'recruiter', leads: true },
            { userId: people.tomas.id, role: 'hiring-manager', leads: true },
          ],
          post: {
            summary: 'Make a 14 kg arm fast when it can be and gentle when it must be.',
            body: '# What you will do\n\nMake arms **move**.\n\n- Tune loops\n- Measure\n\n## What we look for\n\nServo loops on real hardware.',
            locations: [{ city: 'Rotterdam', country: 'NL' }],
            publish: true,
            form: {
              phone: 'optional',
              town: 'optional',
              resume: 'needed',
              coverLetter: 'optional',
              questions: [
                { id: 'travel', kind: 'yes-no', label: 'Would you travel to Hamburg?', required: true },
                { id: 'log', kind: 'file', label: 'A plot you are proud of' },
                {
                  id: 'tools',
                  kind: 'multiple-choice',
                  label: 'Tools',
                  options: [
                    { id: 'ec', label: 'EtherCAT' },
                    { id: 'co', label: 'CANopen' },
                  ],
                },
              ],
            },
            ...post,
          },
          ...more,
        },
        { actor: cast!.maren },
      )
      if (!made.ok)
        throw new Error(`${made.refusal.code}: ${made.refusal.says} ${JSON.stringify(made.refusal.details)}`)
      return made.value as { jobId: JobId; slug: string; postingId: string }
    },
    /** The text of the newest mail to an address. */
    mailTo: async (address: string) =>
      (
        await rows(
          sql<{ text: string; state: string }>`select body_text as text, state from messaging.message
            where direction = 'out' and to_address = ${address} order by created_at desc, id desc limit 1`,
        )
      )[0],
    closeAll: async () => {
      await textExtraction.close()
      await test.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type PublicSite = Awaited<ReturnType<typeof publicSite>>

/** A form's hidden and filled fields as the browser would post them again. */
export const fieldsOf = (page: string): Record<string, string> => {
  const text = (escaped: string) =>
    escaped
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&')
  const fields: Record<string, string> = {}
  for (const [tag] of page.matchAll(/<input [^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1]
    const type = / type="([^"]*)"/.exec(tag)?.[1] ?? 'text'
    if (!name || type === 'file') continue
    if ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag)) continue
    fields[name] = text(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, name, value] of page.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>\n?([^<]*)</g))
    fields[name!] = text(value!)
  for (const [, name, inner] of page.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] = /value="([^"]*)" selected/.exec(inner!)?.[1] ?? ''
  return fields
}
