import { createHash } from 'node:crypto'

/** How an upload's secret is stored: its SHA-256, hexadecimal. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
