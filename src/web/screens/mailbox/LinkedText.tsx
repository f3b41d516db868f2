import styles from './mailbox.module.css'

/** A mail's text with its addresses as links; they open beside the app, as from a mail program. */
export const LinkedText = ({ text }: { readonly text: string }) => (
  <p className={styles.text}>
    {text.split(/(https?:\/\/[^\s<>"]+|\/app\/[^\s<>"]+)/u).map((part, at) =>
      at % 2 === 1 ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text.
        <a key={at} href={part} target="_blank" rel="noreferrer" className="said-link">
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </p>
)
