import { type Measured, measure } from './measure.ts'
import type { Page } from './pages.ts'
import { player, rehearse, type Script, type StageParts } from './rehearsal.ts'
import { type Http, pathOf } from './serving.ts'

/** What no server of ours can undercut: the pages' statements through the bare driver. */
export interface Floors {
  /** One turn of a page's statements by the client of that number. */
  play(page: Page, turn: number, client: number): Promise<void>
  close(): Promise<unknown>
}

/** Hears what each way to ask a page says to the database; one transaction each, that is rolled back. */
export const floorsOf = async (stage: StageParts, all: readonly Page[]): Promise<Floors> => {
  const scripts = new Map<Page, (readonly Script[])[]>()
  for (const page of all) {
    const ways: (readonly Script[])[] = []
    for (const asked of page.variants.slice(0, mostWays)) {
      const scriptsOfWay: Script[] = []
      for (const { name, input } of asked)
        scriptsOfWay.push(
          await rehearse(stage, async ({ kernel, actor }) => {
            const answer = await kernel.ask(kernel.queryNamed(name)!, input, { actor: await actor() })
            if (!answer.ok) throw new Error(answer.refusal.says)
          }),
        )
      ways.push(scriptsOfWay)
    }
    scripts.set(page, ways)
  }
  const players: Awaited<ReturnType<typeof player>>[][] = []
  return {
    play: async (page, turn, client) => {
      const ways = scripts.get(page)!
      const way = ways[turn % ways.length]!
      players[client] ??= []
      const own = players[client]
      for (let at = own.length; at < way.length; at++) own[at] = await player(stage.connection)
      await Promise.all(way.map((script, at) => own[at]!.play(script)))
    },
    close: () => Promise.all(players.flat().map((one) => one.close())),
  }
}

const mostWays = 40

/** Each page over HTTP, its statements alone, and the empty route: floor = statements + empty route. */
export const measurePages = async (
  http: Http,
  floors: Floors,
  all: readonly Page[],
  clients: number,
): Promise<readonly { page: Page; measured: Measured; floorMs: number }[]> => {
  const found: { page: Page; measured: Measured; floorMs: number }[] = []
  await measure(clients, warmMs, () => http.get('/healthz'))
  const empty = await measure(clients, floorMs, () => http.get('/healthz'))
  for (const page of all) {
    const paths = page.variants.map((asked) => asked.map(({ name, input }) => pathOf(name, input)))
    const ask = (turn: number) => Promise.all(paths[turn % paths.length]!.map((path) => http.get(path)))
    // With eight clients, so that every connection of the product has prepared the statements.
    await measure(8, warmMs, ask)
    const measured = await measure(clients, pageMs, ask)
    const play = (turn: number, client: number) => floors.play(page, turn, client)
    await measure(clients, warmMs, play)
    const statements = await measure(clients, floorMs, play)
    found.push({ page, measured, floorMs: statements.medianMs + empty.medianMs })
  }
  return found
}

const warmMs = 700
const floorMs = 1500
const pageMs = 3000
