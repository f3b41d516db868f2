import type { ApplicationId, CandidateId, Id, JobId } from './id.ts'

/** Whom and what a fact is about. Screens refetch and timelines gather by these. */
export interface About {
  readonly candidateId?: CandidateId | null
  readonly applicationId?: ApplicationId | null
  readonly jobId?: JobId | null
  /** Any other row: a thread, file, user, import. */
  readonly subjectId?: Id<string> | string | null
}

/** Codes, numbers, ids and times. Never names, addresses or free text: erasure does not reach facts. */
export type Particulars = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** Something that became true. At once timeline entry, audit record and outbox message. */
export interface Fact<Name extends string = string, P extends Particulars = Particulars> {
  readonly name: Name
  readonly about: About
  readonly particulars: P
}

/** A fact as stored: with its number, time and actor. */
export interface RecordedFact<Name extends string = string, P extends Particulars = Particulars>
  extends Fact<Name, P> {
  readonly id: number
  readonly at: string
  readonly actorKind: 'user' | 'candidate' | 'visitor' | 'system'
  readonly actorId: string | null
  readonly command: string
}

/** A kind of fact: calling it makes one. `says` tells in one line what became true. */
export interface FactKind<Name extends string, P extends Particulars> {
  (about: About, particulars: P): Fact<Name, P>
  readonly factName: Name
  readonly says: string
}

/** Declares a kind of fact: `noun.past-participle`, with what became true in one sentence. */
export const factKind =
  <P extends Particulars = Record<never, never>>() =>
  <const Name extends string>(factName: Name, says: string): FactKind<Name, P> =>
    Object.assign((about: About, particulars: P): Fact<Name, P> => ({ name: factName, about, particulars }), {
      factName,
      says,
    })
