import styles from './mails.module.css'

/**
 * A mail as its writer designed it, in a frame that runs nothing and loads nothing: an empty sandbox, and a
 * policy inside that forbids every address but pictures that came with the mail.
 */
export const SafeHtml = ({ html, title }: { readonly html: string; readonly title: string }) => (
  <iframe
    className={styles.frame}
    title={title}
    sandbox=""
    referrerPolicy="no-referrer"
    srcDoc={policy + html}
  />
)

const policy =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data: cid:; style-src \'unsafe-inline\'"><meta name="color-scheme" content="light">'
