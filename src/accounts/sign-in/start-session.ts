import { type Instant, minutesAfter } from '../../kernel/model/time.ts'
import { newId } from '../../kernel/new-id.ts'
import type { WriteTx } from '../../kernel/transaction.ts'
import { sessionStarted } from '../model/facts.ts'
import { expiryOf, idleMinutes, type Stage, stageAfterFirstFactor } from '../model/session.ts'
import { settingOf } from '../organisation/setting-of.ts'
import type { Secrets } from '../secrets.ts'
import { insertSession } from './session.sql.ts'

/** Where a request came from, as the sessions page shows it. */
export interface Origin {
  readonly address: string | null
  readonly agent: string | null
}

/** A new session with a new token, never a used one: nothing an attacker planted survives a sign-in. */
export interface StartedSession {
  readonly outcome: 'started'
  readonly stage: Stage
  /** For the cookie only. */
  readonly token: string
  readonly sessionId: string
}

/** Starts a session at the stage given, or at the one that follows from the first factor. */
export const startSession = async (
  tx: WriteTx,
  secrets: Secrets,
  user: { readonly id: string; readonly roles: readonly string[]; readonly secondFactorAt: Instant | null },
  how: {
    readonly way: 'password' | 'provider'
    readonly origin: Origin
    /** A second factor has just been shown: to us, or to the provider. */
    readonly secondFactorShown?: boolean
  },
): Promise<StartedSession> => {
  const stage = stageAfterFirstFactor({
    roles: user.roles,
    hasSecondFactor: user.secondFactorAt !== null,
    rolesThatNeedOne: await settingOf(tx, 'security.requireSecondFactor'),
    secondFactorShown: how.secondFactorShown ?? false,
  })
  const token = secrets.randomToken()
  const sessionId = newId()
  await tx.change(
    insertSession({
      id: sessionId,
      tokenHash: secrets.hash(token),
      userId: user.id,
      stage,
      way: how.way,
      secondFactorAt: how.secondFactorShown ? tx.now : null,
      createdAt: tx.now,
      expiresAt: expiryOf(stage, tx.now),
      address: how.origin.address,
      agent: how.origin.agent?.slice(0, 300) ?? null,
    }),
  )
  tx.record(sessionStarted({ subjectId: user.id }, { stage, way: how.way }))
  return { outcome: 'started', stage, token, sessionId }
}

/** The moment since which a session must have been used to be alive. */
export const usedSince = (now: Instant): Instant => minutesAfter(now, -idleMinutes)
