import { marked, type Token, type Tokens } from 'marked'
import type { Passage } from './posting.ts'

/** The passages of a posting's text (CommonMark): a heading of the first two levels starts one. What is raw HTML in it is cleaned when it is shown. */
export const passagesOf = (markdown: string, opening: string): Passage[] => {
  const passages: { heading: string; tokens: Token[] }[] = [{ heading: opening, tokens: [] }]
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth <= 2)
      passages.push({ heading: plain(token as Tokens.Heading), tokens: [] })
    else passages.at(-1)!.tokens.push(token)
  }
  return passages
    .map(({ heading, tokens }) => ({ heading, body: marked.parser(tokens) }))
    .filter((passage, at) => passage.body.trim() !== '' || at > 0)
}

const plain = (heading: Tokens.Heading): string =>
  heading.tokens
    .map((token) => ('text' in token && typeof token.text === 'string' ? token.text : token.raw))
    .join('')
    .trim()
