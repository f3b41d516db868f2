/** A page's words by language; English is always there and fills what another language has not got yet. */
export type Words<Text> = { readonly en: Text } & Readonly<Record<string, Text>>

/** The words of a language, English where there are none. */
export const wordsIn = <Text>(lang: string, words: Words<Text>): Text => words[lang] ?? words.en
