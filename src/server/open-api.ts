import { html } from 'hono/html'
import { z } from 'zod'
import type { AnyCommand, AnyQuery, Room } from '../kernel/room.ts'

const schemaOf = (call: AnyCommand | AnyQuery) =>
  z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' })

const whoMay = (call: AnyCommand | AnyQuery): string =>
  call.permission.open
    ? call.permission.says
    : `Needs the right “${call.permission.name}”: ${call.permission.says}`

const refusal = {
  type: 'object',
  required: ['ok', 'refusal'],
  properties: {
    ok: { const: false },
    refusal: {
      type: 'object',
      required: ['code', 'says'],
      properties: {
        code: { type: 'string' },
        says: { type: 'string' },
        field: { type: 'string' },
        details: {},
      },
    },
  },
}

const responses = {
  200: {
    description: 'Done, or the answer',
    content: {
      'application/json': {
        schema: { type: 'object', required: ['ok', 'value'], properties: { ok: { const: true }, value: {} } },
      },
    },
  },
  default: {
    description: 'A no, with a code and a sentence',
    content: { 'application/json': { schema: refusal } },
  },
}

/** The API as OpenAPI 3.1, from the same schemas that check every input. System-only calls are not in it. */
export const openApi = (rooms: readonly Room[], baseUrl: string) => {
  const paths: Record<string, object> = {}
  for (const { room, call } of calls(rooms)) {
    const shared = {
      operationId: call.name,
      tags: [room],
      summary: call.says,
      description: whoMay(call),
      security: call.permission.open === 'visitor' ? [] : [{ token: [] }],
      responses,
    }
    paths[`/api/v1/${call.name}`] =
      call.kind === 'command'
        ? {
            post: {
              ...shared,
              parameters: [
                {
                  name: 'Idempotency-Key',
                  in: 'header',
                  schema: { type: 'string', maxLength: 200 },
                  description: 'A repeat with the same key gets the first answer',
                },
              ],
              requestBody: { required: true, content: { 'application/json': { schema: schemaOf(call) } } },
            },
          }
        : {
            get: {
              ...shared,
              parameters: [
                {
                  name: 'input',
                  in: 'query',
                  required: false,
                  content: { 'application/json': { schema: schemaOf(call) } },
                },
              ],
            },
          }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Throughline', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: baseUrl }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  }
}

/** The same as a page for people. */
export const openApiPage = (rooms: readonly Room[]) => html`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Throughline API</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}code,pre{font-size:14px}pre{overflow:auto}summary{padding:.25rem 0}</style>
<h1>Throughline API</h1>
<p>Commands are <code>POST /api/v1/NAME</code> with JSON; queries are <code>GET /api/v1/NAME?input=JSON</code>. Send <code>Authorization: Bearer TOKEN</code> (Settings, API tokens). An answer is <code>{"ok":true,"value":…}</code> or <code>{"ok":false,"refusal":{"code","says"}}</code>. <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
${calls(rooms).map(
  ({
    call,
  }) => html`<details><summary><code>${call.kind === 'command' ? 'POST' : 'GET'} ${call.name}</code> ${call.says}</summary>
  <p>${whoMay(call)}</p><pre tabindex="0">${JSON.stringify(schemaOf(call), null, 2)}</pre></details>`,
)}
</html>`

const calls = (rooms: readonly Room[]): { room: string; call: AnyCommand | AnyQuery }[] =>
  rooms.flatMap((room) =>
    [...(room.commands ?? []), ...(room.queries ?? [])]
      .filter((call) => call.permission.name !== 'system')
      .map((call) => ({ room: room.name, call })),
  )
