import { useSessionStorage } from '@mantine/hooks'
import { useMe } from '../../frame/me.ts'

/** What is being written, before it is sent. */
interface Written {
  readonly text: string
  /** Unset where the conversation or the template says it. */
  readonly subject?: string | undefined
  readonly template?: { readonly key: string; readonly body: string; readonly subject: string } | undefined
  readonly fields: Readonly<Record<string, string>>
  /** Why it goes in spite of the guard. */
  readonly note: string
}

const nothing: Written = { text: '', fields: {}, note: '' }

/** A draft that outlives a reload of this tab, its writer's alone; gone once sent or signed out. */
export const useDraft = (keptAs: string, known: Readonly<Record<string, string>> = {}) => {
  const me = useMe()
  const [written, set] = useSessionStorage<Written>({
    key: `draft.${me?.user.id}.${keptAs}`,
    defaultValue: nothing,
    getInitialValueInEffect: false,
  })
  const { text, subject, template, fields, note } = written
  const merging = template && { key: template.key, fields: { ...known, ...filled(fields) } }
  return {
    ...written,
    /** Whether anything is there to be sent. */
    isEmpty: text.trim() === '',
    /** Whether each reader gets a text of their own. */
    merges: template !== undefined || text.includes('{{') || (subject ?? '').includes('{{'),
    change: (part: Partial<Written>) => set({ ...written, ...part }),
    clear: () => set(nothing),
    /** Puts back what was written when this was rendered, as after an undo. */
    restore: () => set(written),
    /** What the mail is sent with; an untouched template goes without our copy, so that each reader gets their language. */
    sent: {
      ...(merging ? { template: merging } : {}),
      ...(template && text === template.body ? {} : { text }),
      ...(subject === undefined || subject === template?.subject ? {} : { subject }),
    },
    override: note.trim().length >= 3 ? { note: note.trim() } : undefined,
  }
}
export type Draft = ReturnType<typeof useDraft>

const filled = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
