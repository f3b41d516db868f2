import { type Context, Hono } from 'hono'
import { csvText } from '../adapters/csv-writing.ts'
import { importOf, importRows } from '../exchange/imports.ts'
import { recordExport } from '../exchange/record-export.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { type Result, refuse } from '../kernel/model/result.ts'
import { exportedApplications, exportedCandidates } from '../views/exported.ts'
import { applicationColumns, candidateColumns } from './export-columns.ts'
import { answer, type Caller } from './http.ts'

type Line = readonly (string | number | null | undefined)[]
interface Page {
  readonly lines: readonly Line[]
  readonly next: unknown
}

/**
 * `GET /exports/candidates.csv?input={"words":…,"filters":…}`, `/exports/applications.csv?jobId=…` and
 * `/exports/imports/ID.csv` (the report of an import), streamed a page at a time. With `raw=true` an API token
 * gets cells as they are; everybody else gets cells that no spreadsheet calculates (R28).
 */
export const exportsSite = (parts: {
  readonly kernel: Kernel
  readonly callerOf: (request: Request) => Promise<Caller>
}): Hono => {
  const { kernel } = parts
  const site = new Hono()

  site.get('/candidates.csv', async (c) => {
    const caller = await parts.callerOf(c.req.raw)
    const input = objectIn(c.req.query('input'))
    if (!input.ok) return answer(c, input)
    return download(
      c,
      caller,
      'candidates',
      {},
      candidateColumns.map(([heading]) => heading),
      async (after) => {
        const page = await kernel.ask(exportedCandidates, { ...input.value, after }, caller)
        return then(page, ({ rows, next }) => ({
          lines: rows.map((row) => candidateColumns.map(([, cell]) => cell(row))),
          next,
        }))
      },
    )
  })

  site.get('/applications.csv', async (c) => {
    const caller = await parts.callerOf(c.req.raw)
    const jobId = c.req.query('jobId') ?? ''
    const headings = applicationColumns.map(([heading]) => heading)
    return download(c, caller, 'applications', { jobId }, headings, async (after) => {
      const page = await kernel.ask(exportedApplications, { jobId, after }, caller)
      return then(page, ({ rows, next }) => ({
        lines: rows.map((row) => applicationColumns.map(([, cell]) => cell(row))),
        next,
      }))
    })
  })

  site.get('/imports/:file{[0-9a-f-]+\\.csv}', async (c) => {
    const caller = await parts.callerOf(c.req.raw)
    const importId = c.req.param('file').replace('.csv', '')
    const list = await kernel.ask(importOf, { importId }, caller)
    if (!list.ok) return answer(c, list)
    const headings = ['Row', 'Outcome', 'Remark', 'Candidate', ...list.value.headers]
    return download(c, caller, 'import-report', {}, headings, async (after) => {
      const page = await kernel.ask(importRows, { importId, after: after ?? -1, limit: 1000 }, caller)
      return then(page, ({ rows, next }) => ({
        lines: rows.map((row) => [
          row.number,
          row.reverted ?? row.outcome ?? (row.foreseen ? `would be ${row.foreseen}` : ''),
          row.says.map(({ says }) => says).join(' '),
          row.candidate?.name,
          ...row.cells,
        ]),
        next,
      }))
    })
  })
  return site

  /** The first page is asked for before a byte is sent, so that a refusal is an answer and not half a file. */
  async function download(
    c: Context,
    caller: Caller,
    what: 'candidates' | 'applications' | 'import-report',
    about: { readonly jobId?: string },
    headings: Line,
    pageAfter: (after: unknown) => Promise<Result<Page>>,
  ): Promise<Response> {
    const raw = c.req.query('raw') === 'true'
    if (raw && caller.by !== 'token')
      return answer(
        c,
        refuse('not-allowed', 'Raw cells are for API tokens only: spreadsheets would calculate them.'),
      )
    const first = await pageAfter(undefined)
    if (!first.ok) return answer(c, first)
    if (what !== 'import-report') {
      const recorded = await kernel.run(recordExport, { what, raw, ...about }, caller)
      if (!recorded.ok) return answer(c, recorded)
    }
    const encoder = new TextEncoder()
    let page: Page | undefined = first.value
    const body = new ReadableStream<Uint8Array>({
      start: (out) => out.enqueue(encoder.encode(`${raw ? '' : '\ufeff'}${csvText([headings], { raw })}`)),
      pull: async (out) => {
        if (!page) return out.close()
        if (page.lines.length > 0) out.enqueue(encoder.encode(csvText(page.lines, { raw })))
        if (page.next === undefined) {
          page = undefined
          return out.close()
        }
        const following = await pageAfter(page.next)
        if (!following.ok) return out.error(new Error(following.refusal.says))
        page = following.value
      },
    })
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${what}.csv"`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    })
  }
}

const then = <From, To>(result: Result<From>, to: (value: From) => To): Result<To> =>
  result.ok ? { ok: true, value: to(result.value) } : result

const objectIn = (text: string | undefined): Result<object> => {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value === 'object' && value !== null) return { ok: true, value }
  } catch {
    // Answered below.
  }
  return refuse('bad-input', 'The input is not a JSON object.', { field: 'input' })
}
