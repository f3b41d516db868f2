/** A mail as the parser hands it over; header names in lower case, header values unfolded. */
export type ParsedMail = {
  readonly headers: readonly MailHeader[]
  readonly from: MailAddress | null
  readonly to: readonly MailAddress[]
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly ParsedAttachment[]
  /** Whether the writer's calendar says that they come; `uid` is what our invitation was called. */
  readonly invitationAnswer: {
    readonly uid: string
    readonly sequence: number
    readonly answer: 'accepted' | 'tentative' | 'declined'
  } | null
}

export type MailHeader = { readonly name: string; readonly value: string }
export type MailAddress = { readonly name: string; readonly address: string }

/** `text` holds the decoded content of parts that are text by nature (delivery-status, calendar, headers), else ''. */
export type ParsedAttachment = {
  readonly mediaType: string
  readonly filename: string | null
  readonly method: string | null
  readonly text: string
}

/** First value of a header, '' when the mail does not carry it. */
export const headerOf = (mail: Pick<ParsedMail, 'headers'>, name: string): string =>
  mail.headers.find((header) => header.name === name)?.value ?? ''

export const hasHeader = (mail: Pick<ParsedMail, 'headers'>, name: string): boolean =>
  mail.headers.some((header) => header.name === name)
