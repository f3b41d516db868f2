import { initials, tintOf } from '../initials.ts'
import styles from './text.module.css'

type Person = { readonly id: string; readonly name: string }

/** A person's face: initials in their own script on a colour that stays theirs. The name always stands beside it. */
export const Face = ({ id, name, size = 'm' }: Person & { readonly size?: 's' | 'm' | 'l' | 'xl' }) => (
  <span
    className={styles.face}
    data-size={size}
    style={{ background: `var(--face-${tintOf(id)})` }}
    aria-hidden="true"
  >
    {initials(name)}
  </span>
)

/** Several faces side by side; screen readers hear the names. */
export const Faces = ({
  people,
  most = 5,
}: {
  readonly people: readonly Person[]
  readonly most?: number
}) => (
  <span className={styles.faces} role="img" aria-label={people.map((person) => person.name).join(', ')}>
    {people.slice(0, most).map((person) => (
      <Face key={person.id} {...person} size="s" />
    ))}
    {people.length > most && <span className={styles.face} data-size="s">{`+${people.length - most}`}</span>}
  </span>
)

/** A name as the person writes it, isolated so that its direction can't turn the sentence around it. */
export const Name = ({ children, lang }: { readonly children: string; readonly lang?: string }) => (
  <bdi lang={lang}>{children}</bdi>
)
