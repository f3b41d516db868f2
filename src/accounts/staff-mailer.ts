/**
 * Mail to people who work here, which is links to sign in and nothing else. Such a mail is never stored: who
 * could read it could become its reader. So it does not go through the mails to candidates.
 */
export interface StaffMailer {
  /** Where the product is reached: `https://hiring.example.com`. */
  readonly baseUrl: string
  /** Rejects when the server could not take it now, so that it is tried again. A repeat has the same `key`. */
  send(mail: {
    readonly key: string
    readonly to: { readonly address: string; readonly name: string }
    readonly fromName: string
    readonly subject: string
    readonly text: string
  }): Promise<void>
}
