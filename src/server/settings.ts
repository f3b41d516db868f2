import { resolve } from 'node:path'
import { z } from 'zod'

const url = (schemes: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.replace(':', '')), {
      error: `is not an address like ${example}`,
    })

const whole = (from: number, to: number) =>
  z.coerce
    .number({ error: `is not a number from ${from} to ${to}` })
    .int()
    .min(from)
    .max(to)

const environment = z.object({
  PORT: whole(0, 65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('data'),
  BASE_URL: url(['http', 'https'], 'https://jobs.example.com').optional(),
  DATABASE_URL: url(['postgres', 'postgresql'], 'postgres://throughline_app:…@db/throughline').optional(),
  MIGRATION_DATABASE_URL: url(
    ['postgres', 'postgresql'],
    'postgres://throughline_owner:…@db/throughline',
  ).optional(),
  FILES_URL: url(['file', 's3'], 's3://bucket/prefix?region=eu-west-1').optional(),
  SMTP_URL: url(['smtp', 'smtps'], 'smtp://user:password@mail.example.com:587').optional(),
  IMAP_URL: url(['imap', 'imaps'], 'imaps://user:password@mail.example.com').optional(),
  MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/i, 'is not a domain name')
    .optional(),
  DKIM_PRIVATE_KEY_FILE: z.string().optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9-]+$/i)
    .default('throughline'),
  MAIL_PER_MINUTE: whole(1, 100_000).default(600),
  SECRET_KEY: z.string().optional(),
  OIDC_ISSUER: url(['http', 'https'], 'https://login.example.com').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  CLAMD: z
    .string()
    .regex(/^[^:]+:\d+$/, 'is not HOST:PORT of a clamd')
    .transform((text) => ({ host: text.split(':')[0]!, port: Number(text.split(':')[1]) }))
    .optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
})

export type Settings = Readonly<z.output<typeof environment>> & { readonly dataDir: string }

/** A sentence a line for everything wrong with the environment. */
export class SettingsRefused extends Error {}

/** Parses the environment once. Throws SettingsRefused naming each variable that is wrong and what it should look like. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, text]) => text !== undefined && text !== ''),
  )
  const parsed = environment.safeParse(given)
  if (!parsed.success)
    throw new SettingsRefused(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    )
  return Object.freeze({ ...parsed.data, dataDir: resolve(parsed.data.DATA_DIR) })
}

/** The address under which people reach the product. */
export const baseUrlOf = (settings: Settings): string =>
  settings.BASE_URL ?? `http://localhost:${settings.PORT}`
