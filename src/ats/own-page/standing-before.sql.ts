import type { ApplicationId } from '../../kernel/model/id.ts'
import { type Statement, sql } from '../../kernel/sql.ts'
import type { Standing } from '../model/application.ts'

/** How applications stood before these decisions. */
export const standingBefore = (
  decisionIds: readonly string[],
): Statement<{ applicationId: ApplicationId; before: Standing }> => sql`
  select application_id as "applicationId", before from ats.decision where id = any(${decisionIds}::uuid[])`
