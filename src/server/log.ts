import { type Logger, pino } from 'pino'

/** Structured logs: ids, codes and times only. Bodies, queries, names and addresses never get here. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.mail', '*.name', '*.text'],
  })
