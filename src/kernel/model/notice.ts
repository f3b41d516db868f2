import type { Fact } from './fact.ts'

/** What live screens are told of a commit: marks of the people, applications and jobs it is about. */
export interface Notice {
  /** Absent when they are too many to say: then anything may have changed. */
  readonly marks?: readonly string[]
}

/**
 * The mark of an id: its last eight digits, 32 random bits (RFC 9562, UUIDv7). Who shows a record knows its id and so
 * its mark; who may not see the record learns nothing from the mark (R1). Two records may share one: then a screen
 * asks once too often.
 */
export const markOf = (id: string): string => id.slice(-8)

/** The notice of these facts; PostgreSQL carries 8,000 bytes, which bounds the marks. */
export const noticeOf = (facts: readonly Fact[]): Notice => {
  const ids = facts.flatMap(({ about }) => [about.candidateId, about.applicationId, about.jobId])
  const marks = [...new Set(ids.flatMap((id) => (id ? [markOf(id)] : [])))]
  return marks.length <= 300 ? { marks } : {}
}
