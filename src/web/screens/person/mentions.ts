/** The beginning of a name that is being typed after an @ at the caret, or undefined. */
export const mentionAt = (text: string, caret: number): string | undefined =>
  /(?:^|\s)@([\p{L}\p{M}'’-]{0,30})$/u.exec(text.slice(0, caret))?.[1]

/** The text with the whole name in place of what was typed after the @, and where the caret then stands. */
export const withMention = (text: string, caret: number, name: string): { text: string; caret: number } => {
  const typed = mentionAt(text, caret) ?? ''
  const before = `${text.slice(0, caret - typed.length)}${name} `
  return { text: before + text.slice(caret), caret: before.length }
}

/** Who is mentioned by their whole name. */
export const mentionedIn = (
  text: string,
  users: readonly { readonly id: string; readonly name: string }[],
): string[] => users.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)
