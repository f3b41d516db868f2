/**
 * The rooms in their order: a room may know those of higher rows only, and only by their door or model.
 * Every import rule below is generated from this one array; a folder of src/ that is not in it fails.
 */
export const rows: readonly (readonly string[])[] = [
  ['kernel'],
  ['accounts', 'jurisdictions'],
  ['candidates'],
  ['documents', 'messaging', 'scheduling'],
  ['crm', 'ats'],
  ['equal-opportunity'],
  ['handover', 'compliance'],
  ['views', 'exchange'],
]
export const edges = ['adapters', 'server', 'web', 'careers', 'design'] as const

interface Rule {
  readonly name: string
  readonly severity: 'error'
  readonly comment: string
  readonly from: Record<string, unknown>
  readonly to: Record<string, unknown>
}

const rooms = rows.flat()
const of = (names: readonly string[]) => `^src/(${names.join('|')})/`
const rule = (name: string, comment: string, from: object, to: object): Rule => ({
  name,
  severity: 'error',
  comment,
  from: from as Record<string, unknown>,
  to: to as Record<string, unknown>,
})

const order: Rule[] = rows.flatMap((row, position) =>
  row.map((room) => {
    const above = rows.slice(0, position).flat()
    return rule(
      'order',
      `${room}/ may know ${above.join(', ') || 'nothing'} only`,
      { path: of([room]) },
      { path: '^src/', pathNot: of([room, ...above]) },
    )
  }),
)

const byTheDoor: Rule[] = rooms
  .filter((room) => room !== 'kernel')
  .map((room) =>
    rule(
      'by-the-door',
      `${room}/ is entered by door.ts or model/`,
      { path: of(rooms), pathNot: of([room]) },
      { path: of([room]), pathNot: `^src/${room}/(door\\.ts|model/)` },
    ),
  )

export const rules: readonly Rule[] = [
  ...order,
  ...byTheDoor,
  rule(
    'model-is-pure',
    'a model computes: no Node, no database, no room outside model/',
    { path: `${of(rooms)}model/` },
    { path: '^(node:|fs|path|crypto)|^src/', pathNot: `${of(rooms)}model/` },
  ),
  rule(
    'model-is-pure-of-libraries',
    'a model uses no library that talks to the world',
    { path: `${of(rooms)}model/` },
    { path: 'node_modules/(pg|kysely|hono|nodemailer|imapflow|pg-boss|pino|@aws-sdk|react|@mantine)' },
  ),
  rule(
    'sql-in-sql-files',
    'SQL text stands in *.sql.ts only',
    { path: of(rooms), pathNot: '\\.sql\\.ts$|^src/kernel/' },
    { path: '^src/kernel/sql\\.ts$|node_modules/(kysely|pg)/' },
  ),
  rule(
    'reactions-run-commands',
    'a when- file runs commands and calls ports; it does not touch SQL',
    { path: '/when-[^/]+\\.ts$' },
    { path: '\\.sql\\.ts$', pathNot: '^src/kernel/' },
  ),
  rule(
    'effects-in-reactions',
    'a port is reached from when- files, room.ts, adapters and server only',
    { path: of(rooms), pathNot: '/when-[^/]+\\.ts$|/room\\.ts$|^src/kernel/' },
    { path: '^src/(?!kernel)[^/]+/(mailer|mailbox|file-store|text-extraction|calendar)\\.ts$' },
  ),
  rule(
    'only-server-wires',
    'adapters are plugged in by server/ only',
    { path: of([...rooms, 'web', 'careers', 'design']) },
    { path: '^src/(adapters|server)/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'clients-see-model-only',
    'the app sees itself, design/, models and the API’s type',
    { path: '^src/web/' },
    { path: '^src/', pathNot: `^src/(web|design)/|${of(rooms)}model/|^src/server/rooms\\.ts$` },
  ),
  rule(
    'design-stands-alone',
    'design/ knows no product',
    { path: '^src/design/' },
    { path: '^src/', pathNot: '^src/design/' },
  ),
  rule(
    'no-circles',
    'no file reaches itself',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
]
