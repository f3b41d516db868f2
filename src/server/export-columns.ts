import type { ExportedApplication, ExportedCandidate } from '../views/exported.sql.ts'

type Cell = string | number | null | undefined
type Columns<Row> = readonly (readonly [heading: string, cell: (row: Row) => Cell])[]

const joined = (values: readonly string[]): string => values.join('; ')
const consent = (event: string | null): Cell =>
  event === 'given' ? 'yes' : event === 'withdrawn' ? 'no' : ''

/** The columns of the candidate list; the import reads every one that says who a person is by these headings. */
export const candidateColumns: Columns<ExportedCandidate> = [
  ['Throughline ID', (row) => row.id],
  ['Name', (row) => row.name],
  ['Goes by', (row) => row.goesBy],
  ['Pronouns', (row) => row.pronouns],
  ['Email', (row) => joined(row.emails)],
  ['Phone', (row) => joined(row.phones)],
  ['Links', (row) => joined(row.links)],
  ['Title', (row) => row.title],
  ['Headline', (row) => row.headline],
  ['Company', (row) => row.company],
  ['Location', (row) => row.location],
  ['Country', (row) => row.country],
  ['Language', (row) => row.language],
  ['Tags', (row) => joined(row.tags)],
  ['Skills', (row) => joined(row.skills)],
  ['Owner', (row) => row.ownerMail],
  ['Source', (row) => row.sourceDetail ?? row.source],
  ['Relationship', (row) => row.relationship],
  ['Do not contact', (row) => row.doNotContactAt],
  ['Talent pool consent', (row) => consent(row.poolConsent)],
  ['Newsletter consent', (row) => consent(row.newsletterConsent)],
  ['Added', (row) => row.createdAt],
  ['Last activity', (row) => row.lastActivityAt],
]

export const applicationColumns: Columns<ExportedApplication> = [
  ['Application ID', (row) => row.id],
  ['Throughline ID', (row) => row.candidateId],
  ['Name', (row) => row.name],
  ['Email', (row) => row.email],
  ['Phone', (row) => row.phone],
  ['Job', (row) => row.jobTitle],
  ['Job code', (row) => row.jobCode],
  ['Stage', (row) => row.stage],
  ['State', (row) => row.state],
  ['Applied', (row) => row.appliedAt],
  ['In stage since', (row) => row.enteredStageAt],
  ['Source', (row) => row.source],
  ['Closed', (row) => row.closedAt],
  ['Reason', (row) => row.reason],
  ['Reason of', (row) => row.reasonSide],
]
