import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

export const isAscii = (text: string): boolean => /^[ -~]*$/.test(text)

/** What stands before the @; after it, other scripts have an ASCII form that every server takes. */
export const localPartOf = (address: string): string => address.slice(0, address.lastIndexOf('@'))

/** Whether a mail server offers SMTPUTF8 (RFC 6531): asked by a greeting of its own, kept for an hour. */
export const takesUtf8 = async (url: string): Promise<boolean> => {
  const kept = known.get(url)
  if (kept && Date.now() - kept.at < 3_600_000) return kept.takes
  const takes = await askServer(url)
  known.set(url, { takes, at: Date.now() })
  return takes
}

const known = new Map<string, { readonly takes: boolean; readonly at: number }>()

const askServer = (url: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      ...parseConnectionUrl(url),
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      socketTimeout: 20_000,
    } as never)
    connection.once('error', reject)
    connection.connect(() => {
      // The library reads the list and keeps it for itself; it sends such addresses whatever the list says.
      const offers = (connection as unknown as { _supportedExtensions: string[] })._supportedExtensions
      resolve(offers.includes('SMTPUTF8'))
      connection.quit()
    })
  })
