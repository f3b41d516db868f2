import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSync } from 'recheck'
import { expect, it } from 'vitest'

const src = join(import.meta.dirname, '../../src')
const files = [
  ...readdirSync(join(src, 'messaging/model')).map((name) => join(src, 'messaging/model', name)),
  ...['imap-mailbox', 'mail-composing', 'read-mail', 'read-mail-files', 'smtp-mailer'].map((name) =>
    join(src, 'adapters', `${name}.ts`),
  ),
]

// A literal after `(`, `=`, `,`, `:` or at the start of a line: enough for our own formatted sources.
const LITERAL =
  /(?:[(=,:[&|?!]\s*|return\s+|^\s*)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n*[])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([a-z]*)/gm

it('every regular expression over mail is free of super-linear behaviour (recheck)', () => {
  const bad: string[] = []
  let seen = 0
  for (const file of files) {
    const code = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
    for (const [, source, flags] of code.matchAll(LITERAL)) {
      seen += 1
      const answer = checkSync(source!, flags!)
      if (answer.status !== 'safe') bad.push(`${file}: /${source}/${flags} ${answer.status}`)
    }
  }
  expect(seen).toBeGreaterThan(30)
  expect(bad).toEqual([])
})
