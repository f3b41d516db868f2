import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import type { Secrets } from '../../accounts/secrets.ts'
import type { Office as ClockAndTown } from '../../careers/model/dates.ts'
import { type Reader, readerOf } from '../../careers/model/reader.ts'
import { type Theme, themeOf } from '../../careers/model/theme.ts'
import { careersSheet } from '../../careers/site/assets.ts'
import { pageHeaders } from '../../careers/site/headers.ts'
import { type Notice, noticePage } from '../../careers/site/notice.ts'
import type { Site } from '../../careers/site/site.ts'
import type { TextExtraction } from '../../documents/text-extraction.ts'
import type { UploadParts } from '../uploads.ts'
import type { Answer, Calls } from './calls.ts'

/** What the public pages are given. */
export interface CareersParts extends UploadParts {
  readonly textExtraction: TextExtraction
  readonly secrets: Secrets
  readonly baseUrl: string
  /** Whether the connection's far end is named by a proxy that we trust. */
  readonly trustProxy: boolean
  readonly log: Pick<Logger, 'error'>
}

/** One request to a public page: who reads it, of which organisation, and how to answer. */
export interface Frame {
  readonly site: Site
  readonly reader: Reader
  /** The kernel's clock. */
  readonly now: string
  readonly face: NonNullable<Answer<'accounts.publicFace'>>
  readonly theme: Theme
  readonly officeOf: (id: string | null) => ClockAndTown
  /** Sends a drawn page; `private` is never stored anywhere. */
  readonly send: (drawn: string, kept: 'public' | 'private', status?: Status) => Response
  readonly notice: (notice: Notice, status: Status) => Response
}
type Status = 200 | 400 | 403 | 404 | 410 | 413 | 422 | 429 | 500 | 503

/** The frame of a request, or nothing before there is an organisation. */
export const frameOf = async (c: Context, calls: Calls, parts: CareersParts): Promise<Frame | undefined> => {
  const asked = await calls.ask('accounts.publicFace', {})
  if (!asked.ok || !asked.value) return undefined
  const face = asked.value
  const { organisation, offices } = face
  // Several legal entities have several names, and none of them speaks for the whole site.
  const entities = [...new Set(offices.flatMap((office) => office.legalEntity ?? []))]
  const theme = themeFor(organisation.brandColour)
  const site: Site = {
    organisation: {
      name: organisation.name,
      legalName: entities.length === 1 ? entities[0]! : organisation.name,
      address: organisation.postalAddress ?? '',
      contactMail: organisation.mailFrom ?? '',
    },
    baseUrl: parts.baseUrl,
    assetVersion: await assetVersion(organisation.brandColour, organisation.name),
    languages: [],
  }
  const reader = inRegion(
    readerOf(c.req.header('accept-language'), ['en'], organisation.timeZone),
    offices[0]?.country,
  )
  const send: Frame['send'] = (drawn, kept, status = 200) =>
    new Response(drawn, { status, headers: pageHeaders(kept) })
  return {
    site,
    reader,
    now: parts.kernel.clock(),
    face,
    theme,
    send,
    officeOf: (id) => {
      const office = offices.find((one) => one.id === id)
      return {
        town: office?.city ?? office?.name ?? offices[0]?.city ?? organisation.name,
        zone: office?.timeZone ?? organisation.timeZone,
      }
    },
    notice: (notice, status) => send(noticePage(notice, site, reader), 'private', status),
  }
}

/** Who names no region reads dates and hours as they are written where the organisation is. */
const inRegion = (reader: Reader, country: string | undefined): Reader =>
  country && !new Intl.Locale(reader.locale).region
    ? { ...reader, locale: `${reader.locale}-${country}` }
    : reader

const themeFor = (colour: string): Theme => {
  const chosen = themeOf(colour)
  if (chosen.ok) return chosen.theme
  const ours = themeOf('#0f5b73')
  if (!ours.ok) throw new Error(ours.refusal.says)
  return ours.theme
}

const assetVersion = async (...of: readonly string[]): Promise<string> =>
  createHash('sha256')
    .update([await careersSheet(), ...of].join('\0'))
    .digest('base64url')
    .slice(0, 10)
