/** What every public page shows of the organisation. */
export type Site = {
  readonly organisation: {
    readonly name: string
    readonly legalName: string
    /** One line, as on a letter. */
    readonly address: string
    readonly contactMail: string
  }
  /** Address of the site without a slash at the end, such as https://careers.example. */
  readonly baseUrl: string
  /** Changes whenever the theme or sheet does, so that browsers may keep both for ever. */
  readonly assetVersion: string
  /** Address of the logo on this site; the first letter of the name stands in for it. */
  readonly logo?: string
  /** Pages in other languages: those that have words. */
  readonly languages: readonly { readonly lang: string; readonly label: string; readonly href: string }[]
}
