import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import type { OpenDatabase } from '../adapters/database.ts'
import { diskFiles } from '../adapters/disk-files.ts'
import { openIdProvider } from '../adapters/oidc.ts'
import { passwordHashing } from '../adapters/password-hashing.ts'
import { s3Files } from '../adapters/s3-files.ts'
import { secretsOf } from '../adapters/secrets.ts'
import { createSmtpMailer } from '../adapters/smtp-mailer.ts'
import { staffMailerOver } from '../adapters/staff-mailer.ts'
import { tableReading } from '../adapters/table-reading.ts'
import { createTextExtraction } from '../adapters/text-extraction.ts'
import { virusScanner } from '../adapters/virus-scan.ts'
import type { FileStore } from '../documents/file-store.ts'
import type { VirusScanner } from '../documents/virus-scanner.ts'
import type { Kernel } from '../kernel/kernel.ts'
import { appSite } from './app-site.ts'
import { careersSite } from './careers/site.ts'
import { demoSite } from './demo-site.ts'
import { exportsSite } from './exports-site.ts'
import { filesSite } from './files-site.ts'
import { installationKey } from './installation-key.ts'
import { plugInMail } from './mail-plugs.ts'
import type { Ports } from './ports.ts'
import type { PreparedDatabase } from './prepare-database.ts'
import { baseUrlOf, type Settings } from './settings.ts'
import { createCallerOf } from './sign-in/caller-of.ts'
import { signInSite } from './sign-in/sign-in.ts'

/** The outside world, chosen by the settings: which file store, which mailer, which mailbox. */
export interface Plugs {
  readonly ports: Ports
  readonly scanner: VirusScanner
  readonly log: Logger
  /** Hands the kernel to edges that call back into it. */
  connect(kernel: Kernel, database: OpenDatabase): void
  /** Starts what listens outside (a mailbox); answers how to stop it. */
  startWork(kernel: Kernel, database: OpenDatabase): Promise<() => Promise<unknown>>
  close(): Promise<void>
}

export const plugIn = async (settings: Settings, log: Logger): Promise<Plugs> => {
  const textExtraction = createTextExtraction()
  const files = fileStoreOf(settings)
  const staffSmtp = staffSmtpOf(settings)
  const secrets = secretsOf(await installationKey(settings.SECRET_KEY, settings.dataDir))
  const scanner = virusScanner(settings.CLAMD)
  const mail = plugInMail(settings, { secrets, files, scanner, log })
  return {
    ports: {
      ...mail.ports,
      passwords: passwordHashing(),
      secrets,
      ...(staffSmtp
        ? {
            staffMailer: staffMailerOver(staffSmtp, {
              baseUrl: baseUrlOf(settings),
              domain: settings.MAIL_DOMAIN ?? new URL(baseUrlOf(settings)).hostname,
            }),
          }
        : {}),
      files,
      textExtraction,
      tables: tableReading(files),
    },
    scanner,
    log,
    connect: mail.connect,
    startWork: async (kernel) => mail.startWork(kernel),
    close: async () => {
      mail.close()
      staffSmtp?.close()
      await textExtraction.close()
    },
  }
}

const fileStoreOf = (settings: Settings): FileStore => {
  const address = settings.FILES_URL
  if (address?.startsWith('s3:')) return s3Files(address)
  return diskFiles(address ? fileURLToPath(address) : join(settings.dataDir, 'files'))
}

export const callerOf = createCallerOf

/** One connection of its own for the rare mails to colleagues, so that they never wait behind a bulk. */
const staffSmtpOf = (settings: Settings) => {
  const { SMTP_URL, DKIM_PRIVATE_KEY_FILE, MAIL_DOMAIN, DKIM_SELECTOR } = settings
  if (!SMTP_URL) return undefined
  const dkim =
    DKIM_PRIVATE_KEY_FILE && MAIL_DOMAIN
      ? {
          domain: MAIL_DOMAIN,
          selector: DKIM_SELECTOR,
          privateKey: readFileSync(DKIM_PRIVATE_KEY_FILE, 'utf8'),
        }
      : undefined
  return createSmtpMailer({ url: SMTP_URL, connections: 1, ...(dkim ? { dkim } : {}) })
}

const providerOf = (settings: Settings) =>
  settings.OIDC_ISSUER && settings.OIDC_CLIENT_ID
    ? openIdProvider({
        issuer: settings.OIDC_ISSUER,
        clientId: settings.OIDC_CLIENT_ID,
        clientSecret: settings.OIDC_CLIENT_SECRET,
      })
    : undefined

/** Everything that is served beside the API, the most particular address first. */
export const sitesOf = (
  kernel: Kernel,
  settings: Settings,
  plugs: Plugs,
  stores: { readonly database: OpenDatabase; readonly prepared: PreparedDatabase },
): { at: string; site: Hono }[] => {
  const uploads = { kernel, files: plugs.ports.files, scanner: plugs.scanner }
  return [
    {
      at: '/files',
      site: filesSite({ ...uploads, baseUrl: baseUrlOf(settings), callerOf: callerOf(kernel, plugs.ports) }),
    },
    { at: '/exports', site: exportsSite({ kernel, callerOf: callerOf(kernel, plugs.ports) }) },
    {
      at: '/auth',
      site: signInSite({
        kernel,
        ports: plugs.ports,
        callerOf: callerOf(kernel, plugs.ports),
        baseUrl: baseUrlOf(settings),
        trustProxy: settings.TRUST_PROXY,
        provider: providerOf(settings),
      }),
    },
    {
      at: '/auth',
      site: demoSite({
        ...stores,
        kernel,
        plugs,
        baseUrl: baseUrlOf(settings),
        trustProxy: settings.TRUST_PROXY,
      }),
    },
    { at: '/app', site: appSite('dist/web') },
    { at: '/', site: careersSite(kernel, settings, plugs) },
  ]
}
