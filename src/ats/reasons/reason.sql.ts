import type { Instant } from '../../kernel/model/time.ts'
import { jsonRows, type Statement, sql } from '../../kernel/sql.ts'
import type { ReasonInSettings } from '../model/reason.ts'

const columns = sql`code, says, side, template_key as "templateKey", retired_at is not null as retired`

export const loadReasons = (): Statement<ReasonInSettings> =>
  sql<ReasonInSettings>`select ${columns} from ats.reason order by position`

/** Holds the list, new lines too, until the commit: two administrators save one after the other. */
export const lockReasons = (): Statement<unknown> => sql`lock table ats.reason in share row exclusive mode`

/** Saves the list in its order; when a reason went out of use stays as it was. */
export const saveReasons = (reasons: readonly ReasonInSettings[], now: Instant): Statement<unknown> => sql`
  insert into ats.reason (code, says, side, template_key, position, retired_at)
  select code, says, side, "templateKey", position, case when retired then ${now}::timestamptz end
  from ${jsonRows(
    reasons.map((one, at) => ({ ...one, position: (at + 1) * 10 })),
    'code text, says text, side text, "templateKey" text, position integer, retired boolean',
  )}
  on conflict (code) do update set says = excluded.says, template_key = excluded.template_key, position = excluded.position,
    retired_at = case when excluded.retired_at is not null then coalesce(reason.retired_at, excluded.retired_at) end`
