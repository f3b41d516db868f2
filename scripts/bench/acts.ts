import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { createTransport } from 'nodemailer'
import { virusScanner } from '../../src/adapters/virus-scan.ts'
import { rejectApplications } from '../../src/ats/applications/reject-applications.ts'
import { runImport } from '../../src/exchange/run-import.ts'
import { startImport } from '../../src/exchange/start-import.ts'
import type { Delivery } from '../../src/kernel/reaction.ts'
import { letterHtml } from '../../src/messaging/model/letter-html.ts'
import { storeUploads } from '../../src/server/uploads.ts'
import { applicationId, applicationsOf } from './load.ts'
import { type Measured, type Row, rowOf, summed } from './measure.ts'
import { nameOf } from './people.ts'
import { player, rehearse, type StageParts } from './rehearsal.ts'
import type { Http } from './serving.ts'

export interface ActParts {
  readonly http: Http
  readonly stage: StageParts
  readonly sink: Sink
  readonly candidates: number
}

/** Five hundred refused at once, their mails queued: over HTTP, and its statements alone on as many others. */
export const bulkReject = async ({ http, stage, candidates }: ActParts): Promise<Row> => {
  const { applications, onFirst } = applicationsOf(candidates)
  const free = applications - onFirst >= 1000 ? applications - onFirst : applications
  const size = Math.min(500, Math.floor(free / 2))
  const rounds = Math.min(5, Math.floor(free / size / 2))
  const some = (round: number) =>
    Array.from({ length: size }, (_, at) => applicationId(applications - 1 - round * size - at))
  const no = (applicationIds: string[]) => ({ applicationIds, reasonCode: 'less-experience' })
  const ours: number[] = []
  const floor: number[] = []
  const bare = await player(stage.connection)
  for (let round = 0; round < rounds; round++) {
    ours.push(await timed(() => http.run('ats.rejectApplications', no(some(2 * round)))))
    const script = await rehearse(stage, async ({ kernel, actor }) =>
      must(await kernel.run(rejectApplications, no(some(2 * round + 1)), { actor: await actor() })),
    )
    floor.push(await timed(() => bare.play(script)))
  }
  await bare.close()
  return rowOf({ name: `bulk-reject-${size}`, clients: 1 }, perAct(ours), summed(floor).medianMs)
}

/** From the upload to the last person on record: over HTTP, and its statements alone for as many others. */
export const importCsv = async (
  { http, stage, candidates }: ActParts,
  people = 2000,
  rounds = 3,
): Promise<Row> => {
  const ours: number[] = []
  const floor: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await timed(() => importOver(http, listOf(candidates + 2 * round * people, people))))
    const list = listOf(candidates + (2 * round + 1) * people, people)
    const script = await rehearse(stage, async ({ kernel, rooms, actor }) => {
      const by = { actor: await actor() }
      const parts = { kernel, files: stage.ports.files, scanner: virusScanner(undefined) }
      const file = { name: 'people.csv', bytes: new TextEncoder().encode(list), kind: 'import' as const }
      const [upload] = must(await storeUploads(parts, by.actor, [file]))
      const { importId } = must(await kernel.run(startImport, { upload: upload!.token }, by))
      const deliveries: readonly Delivery<never>[] = rooms.flatMap((room) =>
        'deliveries' in room ? [...room.deliveries] : [],
      )
      const work = deliveries.find(({ name }) => name === 'work-on-import') as Delivery<{ importId: string }>
      await work.handle([{ importId }], kernel.as(work.name))
      must(await kernel.run(runImport, { importId }, by))
      await work.handle([{ importId }], kernel.as(work.name))
    })
    const bare = await player(stage.connection)
    floor.push(await timed(() => bare.play(script)))
    await bare.close()
  }
  const measured = perAct(ours)
  return rowOf(
    { name: 'import-csv', clients: 1 },
    { ...measured, perSecond: measured.perSecond * people },
    summed(floor).medianMs,
  )
}

const importOver = async (http: Http, list: string): Promise<void> => {
  const [upload] = await http.upload('people.csv', list, 'import')
  const { importId } = await http.run('exchange.startImport', { upload: upload.token })
  const until = async (state: string) => {
    for (;;) {
      const now = await http.ask('exchange.import', { importId })
      if (now.state === state) return
      if (now.state === 'unreadable') throw new Error(now.problem)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  await until('ready')
  await http.run('exchange.runImport', { importId })
  await until('done')
}

const listOf = (from: number, count: number): string =>
  [
    'Name,Email,Phone,Title,Company,Location',
    ...Array.from({ length: count }, (_, at) => {
      const number = from + at
      return `${nameOf(number)},person${number}@list.example,+4930${1_000_000 + (number % 9_000_000)},Buyer,Nordlicht ${number % 97},Kiel`
    }),
  ].join('\r\n')

/** Mails to people in process, from the first that the mail server took to the last; and the bare library's. */
export const sendMail = async (
  { http, sink }: ActParts,
  candidateIds: readonly string[],
  rounds = 7,
): Promise<Row> => {
  const text = `Dear colleague of tomorrow,\n\n${'Thank you for your patience; we read every application in full and answer each of them. '.repeat(6)}\n\nMaren`
  const subject = 'Where your application stands'
  // The bare library hands over the same letter, made beforehand.
  const frame = { text, footer: ['Northwind Robotics'] } as const
  const html = letterHtml({
    ...frame,
    language: 'en',
    direction: 'ltr',
    organisation: 'Northwind Robotics',
    subject,
  })
  const ours: number[] = []
  const floor: number[] = []
  // The round before the first warms up, as for the pages; ours and the bare one in turn, in the same weather.
  for (let round = -1; round < rounds; round++) {
    const sending = sink.take(candidateIds.length)
    // All become due together, once all are queued: what is measured is the sending.
    const sendAfter = new Date(Date.now() + 4000).toISOString()
    for (let from = 0; from < candidateIds.length; from += 500) {
      const { mails } = await http.run('messaging.writeToCandidates', {
        candidateIds: candidateIds.slice(from, from + 500),
        subject,
        text,
        sendAfter,
      })
      const blocked = mails.find(({ state }: { state: string }) => state !== 'waiting')
      if (blocked) throw new Error(`A mail may not be sent: ${blocked.says}`)
    }
    const took = await sending
    const bare = createTransport({ url: sink.url, pool: true, maxConnections: 4, maxMessages: 500 })
    const bareSending = sink.take(candidateIds.length)
    await Promise.all(
      candidateIds.map((id) =>
        bare.sendMail({
          from: { name: 'Maren Osei', address: 'jobs@northwind.example' },
          to: { name: 'Somebody', address: `${id}@mail.example` },
          subject,
          text,
          html,
        }),
      ),
    )
    const bareTook = await bareSending
    bare.close()
    if (round < 0) continue
    ours.push(took)
    floor.push(bareTook)
  }
  const measured = perAct(ours)
  return rowOf(
    { name: 'send-mail', clients: 1 },
    { ...measured, perSecond: measured.perSecond * candidateIds.length },
    summed(floor).medianMs,
  )
}

export interface Sink {
  readonly url: string
  /** How many milliseconds lie between the first and the last of the next so many mails. */
  take(count: number): Promise<number>
  stop(): Promise<unknown>
}

/** A mail server on this machine, on a thread of its own, that takes everything. */
export const startSink = async (): Promise<Sink> => {
  const worker = new Worker(new URL('./sink-worker.ts', import.meta.url))
  const [{ url }] = await once(worker, 'message')
  return {
    url,
    take: (count) =>
      new Promise((resolve, reject) => {
        let first: number | undefined
        const late = setTimeout(
          () => reject(new Error('The mails did not arrive in three minutes.')),
          180_000,
        )
        const hear = ({ taken, at }: { taken?: number; at: number }) => {
          // Nought is what the sink says when it begins anew.
          if (!taken) return
          first ??= at
          if (taken < count) return
          clearTimeout(late)
          worker.off('message', hear)
          worker.postMessage('again')
          resolve(at - first)
        }
        worker.on('message', hear)
      }),
    stop: () => worker.terminate(),
  }
}

const perAct = (took: readonly number[]): Measured => {
  const { medianMs, p95Ms } = summed(took)
  return { medianMs, p95Ms, perSecond: 1000 / medianMs }
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await act()
  return performance.now() - began
}

const must = <V>(result: { ok: true; value: V } | { ok: false; refusal: { says: string } }): V => {
  if (!result.ok) throw new Error(result.refusal.says)
  return result.value
}
