/** What the mail with a link says. */
export const linkMail = (link: {
  readonly kind: 'reset' | 'invitation'
  readonly address: string
  readonly name: string
  readonly organisation: string
  readonly expiresAt: string
}): { readonly subject: string; readonly text: string } => {
  const until = `${link.expiresAt.slice(0, 16).replace('T', ' ')} UTC`
  const hello = `Hello ${link.name},`
  return link.kind === 'invitation'
    ? {
        subject: `Join ${link.organisation} on Throughline`,
        text: `${hello}\n\nyou are invited to work on hiring with ${link.organisation}. Choose your password here; the link works once, until ${until}:\n\n${link.address}\n\nIf you don’t expect this, you can leave it: without the link nothing happens.\n`,
      }
    : {
        subject: 'Set a new password',
        text: `${hello}\n\nsomebody, we hope you, asked to set a new password for your account at ${link.organisation}. This link works once, until ${until}:\n\n${link.address}\n\nIf it wasn’t you, leave it: your password stays as it is. Your second factor is asked for as always.\n`,
      }
}
