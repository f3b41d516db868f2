import { z } from 'zod'
import { defineCommand } from '../../kernel/command.ts'
import { ok, type Result, refuse } from '../../kernel/model/result.ts'
import type { ReadTx, WriteTx } from '../../kernel/transaction.ts'
import type { Application } from '../model/application.ts'
import { reject } from '../model/decide.ts'
import { applicationIds, readIn } from '../model/ids.ts'
import { decide } from '../model/permissions.ts'
import type { Reason } from '../model/reason.ts'
import { loadReasons } from '../reasons/reason.sql.ts'
import { notAsRead } from '../review/as-read.ts'
import { lockApplications } from './application.sql.ts'
import {
  answerOf,
  type DecisionParts,
  followRelationship,
  type MailTold,
  type ManyDecided,
  settle,
} from './decide-on-many.ts'
import { mailKeyOf, tellDecisions } from './tell.ts'

const templates = z.enum(['rejection-after-review', 'rejection-after-interview', 'position-closed'])

/** What a no needs: the typed reason, a note where one is wanted, and how the person hears it. */
export const noToPeople = z.object({
  reasonCode: z.string().min(1).max(60),
  note: z.string().max(4000).optional(),
  /** By a template, by default the reason's own; or silently, with a note that says why. */
  tell: z
    .union([
      z.object({
        by: z.literal('mail'),
        template: templates.optional(),
        when: z.enum(['next-working-morning', 'after-delay']).default('next-working-morning'),
      }),
      z.object({ by: z.literal('silence') }),
    ])
    .default({ by: 'mail', when: 'next-working-morning' }),
})

/** Ends one or many applications for a typed reason; the mail waits and can be cancelled. */
export const rejectApplications = defineCommand({
  name: 'ats.rejectApplications',
  says: 'Ends applications for a typed reason; each person hears it by a mail that waits until the next working morning.',
  permission: decide,
  input: noToPeople.extend({ applicationIds, readIn }),
  handle: async (tx, input) => {
    const applications = await tx.rows(lockApplications(tx.actor, input.applicationIds))
    const said = await sayNo(tx, [...new Set(input.applicationIds)], applications, {
      ...input,
      refused: await notAsRead(tx, applications, input.readIn),
    })
    return said.ok ? ok(answerOf(said.value.decided, said.value.mails)) : said
  },
})

/** The decision, its mail and what follows for the people; for applications that are held already. */
export const sayNo = async (
  tx: WriteTx,
  asked: readonly Application['id'][],
  applications: readonly Application[],
  no: z.output<typeof noToPeople> & Pick<DecisionParts, 'refused'>,
): Promise<Result<{ decided: ManyDecided; mails: ReadonlyMap<string, MailTold> }>> => {
  const reason = await reasonOf(tx, no.reasonCode)
  if (!reason.ok) return reason
  const template = no.tell.by === 'mail' ? (no.tell.template ?? reason.value.templateKey) : null
  const decided = await settle(tx, asked, applications, {
    kind: reason.value.side === 'us' ? 'rejected' : 'closed',
    ...(no.refused ? { refused: no.refused } : {}),
    mailKey: (id) => (template ? mailKeyOf(id) : null),
    decide: (one, it) =>
      reject(
        one,
        { code: reason.value.code, side: reason.value.side, note: no.note },
        { ...it, mail: template ?? 'silent' },
      ),
  })
  if (!decided.ok) return decided
  await followRelationship(
    tx,
    decided.value.made.map((one) => one.application.candidateId),
  )
  const mails = template
    ? await tellDecisions(tx, decided.value.made, {
        template,
        when: no.tell.by === 'mail' ? no.tell.when : 'next-working-morning',
        key: (one) => mailKeyOf(one.decisionId),
      })
    : new Map<string, MailTold>()
  return ok({ decided: decided.value, mails })
}

/** A reason in use, by its code. */
export const reasonOf = async (tx: ReadTx, code: string): Promise<Result<Reason>> => {
  const found = (await tx.rows(loadReasons())).find((one) => one.code === code && !one.retired)
  return found
    ? ok(found)
    : refuse('no-such-reason', 'There is no such reason. Choose one of the list.', { field: 'reasonCode' })
}
