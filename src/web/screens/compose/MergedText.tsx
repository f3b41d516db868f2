import { TextInput } from '@mantine/core'
import styles from './compose.module.css'
import { fieldWords } from './letters.ts'

interface Piece {
  readonly text: string
  readonly field?: string
}

/** This person's text, with what was merged in marked. */
export const MergedText = ({
  pieces,
  says = 'As this person reads it',
}: {
  readonly pieces: readonly Piece[]
  readonly says?: string
}) => (
  <div className={styles.merged}>
    <small>{says}</small>
    <p>
      {pieces.map(({ text, field }, at) =>
        field === undefined ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the text.
          <mark key={at} title={field}>
            {text}
          </mark>
        ),
      )}
    </p>
  </div>
)

/** What the text asks for and nobody has said: to be filled in here, or taken out of the text. */
export const MissingFields = ({
  names,
  values,
  onValue,
}: {
  readonly names: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly onValue: (name: string, value: string) => void
}) => (
  <div className={styles.missing}>
    {names.map((name) => (
      <TextInput
        key={name}
        label={fieldWords(name)}
        value={values[name] ?? ''}
        onChange={(event) => onValue(name, event.currentTarget.value)}
      />
    ))}
  </div>
)
