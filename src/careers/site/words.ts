/** A page's words by language; English is always there and fills what another language has not got yet. */
export type Words<Text> = { readonly en: Text } & Readonly<Record<string, Text>>

/** A small count in English words, as one writes it in a heading: nine, but 14. */
export const englishCount = (count: number): string => small[count] ?? String(count)

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** The words of a language, English where there are none. */
export const wordsIn = <Text>(lang: string, words: Words<Text>): Text => words[lang] ?? words.en
