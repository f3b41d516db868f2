import { readFile } from 'node:fs/promises'
import { type InboundKind, readInbound } from '../messaging/model/inbound.ts'
import { readMail } from './read-mail.ts'
import { whyNotRead } from './why-not-read.ts'

/** One line of `cli read-mail FILE…`; `error` stands where a file could not be read or is no mail. */
export type ReadMailLine = {
  readonly file: string
  readonly kind: InboundKind
  readonly bounce?: { readonly class: string; readonly recipient: string; readonly code: string }
  readonly text: string
  readonly error?: string
}

/** Reads mail files one after the other; a file that cannot be read becomes a line with `error`, never a throw. */
export async function* readMailFiles(files: Iterable<string>): AsyncIterable<ReadMailLine> {
  for (const file of files) yield await readMailFile(file)
}

async function readMailFile(file: string): Promise<ReadMailLine> {
  try {
    const { kind, bounce, text } = readInbound(await readMail(await readFile(file)))
    if (!bounce) return { file, kind, text }
    return {
      file,
      kind,
      bounce: { class: bounce.class, recipient: bounce.recipient, code: bounce.code },
      text,
    }
  } catch (error) {
    return { file, kind: 'other', text: '', error: whyNotRead(error) }
  }
}
