import { ImapFlow, type ImapFlowOptions } from 'imapflow'

/** How far a mailbox has been read. UIDs mean something only together with their UIDVALIDITY (RFC 9051, 2.3.1.1). */
export type MailboxPosition = { readonly uidValidity: string; readonly lastUid: number }

export type ImapMailboxOptions = {
  /** `imaps://user:password@host/INBOX` or `imap://…` (STARTTLS when offered; `?tls=none` never). */
  readonly url: string
  readonly load: () => Promise<MailboxPosition | null>
  readonly save: (position: MailboxPosition) => Promise<void>
  /**
   * Gets each mail in order. The position is saved after it returns: a crash in between hands over the same
   * `uid` of the same `uidValidity` again, which the receiver drops by that key.
   */
  readonly receive: (raw: Uint8Array, uid: number, uidValidity: string) => Promise<void>
  readonly onTrouble?: (error: Error, retryInMs: number) => void
  /** Looks anyway after so many seconds, for servers whose IDLE falls asleep. */
  readonly lookEverySeconds?: number
  /** First and longest wait before connecting again, in milliseconds. */
  readonly backOff?: { readonly first: number; readonly longest: number }
}

export type ImapMailbox = {
  /** Ends after the mail in hand; resolves when the connection is closed. */
  close(): Promise<void>
}

/** Watches one folder from now on, and hands over every mail in it that was not handed over before. */
export function createImapMailbox(options: ImapMailboxOptions): ImapMailbox {
  const { first, longest } = options.backOff ?? { first: 1000, longest: 300_000 }
  const stop = new AbortController()
  const ended = watch()
  return {
    async close() {
      stop.abort()
      await ended
    },
  }

  async function watch() {
    let wait = first
    while (!stop.signal.aborted) {
      try {
        await watchOnce(options, stop.signal, () => {
          wait = first
        })
      } catch (error) {
        if (stop.signal.aborted) return
        options.onTrouble?.(error as Error, wait)
        await pause(wait, stop.signal)
        wait = Math.min(wait * 2, longest)
      }
    }
  }
}

/** One connection's life: read what is there, sleep until the server tells of more, and again. */
async function watchOnce(options: ImapMailboxOptions, stop: AbortSignal, onOpen: () => void): Promise<void> {
  const { connection, folder } = connectionOf(options.url)
  const client = new ImapFlow(connection)
  const bell = createBell()
  client.on('exists', bell.ring)
  client.on('close', bell.ring)
  // Without a listener a broken socket would end the process; the next command reports the same.
  client.on('error', bell.ring)
  stop.addEventListener('abort', bell.ring)
  try {
    await client.connect()
    const mailbox = await client.mailboxOpen(folder)
    const uidValidity = String(mailbox.uidValidity)
    const known = await options.load()
    let lastUid = known?.uidValidity === uidValidity ? known.lastUid : 0
    onOpen()
    while (!stop.aborted) {
      bell.reset()
      for (const uid of await newUids(client, lastUid)) {
        if (stop.aborted) return
        const mail = await client.fetchOne(String(uid), { source: true }, { uid: true })
        // Gone between the list and the look: somebody deleted it.
        const source = mail ? mail.source : undefined
        if (source) await options.receive(source, uid, uidValidity)
        lastUid = uid
        await options.save({ uidValidity, lastUid })
      }
      if (!client.usable) throw new Error('the mail server closed the connection')
      client.idle().catch(bell.ring)
      await bell.rung((options.lookEverySeconds ?? 120) * 1000)
    }
  } finally {
    stop.removeEventListener('abort', bell.ring)
    client.close()
  }
}

async function newUids(client: ImapFlow, lastUid: number): Promise<readonly number[]> {
  const found = await client.search({ uid: `${lastUid + 1}:*` }, { uid: true })
  if (!Array.isArray(found)) throw new Error('the mail server refused to list the folder')
  // `n:*` always names the last mail, even when its UID is below n (RFC 9051 section 6.4.9).
  return found.filter((uid) => uid > lastUid).toSorted((one, other) => one - other)
}

function connectionOf(address: string): { connection: ImapFlowOptions; folder: string } {
  const url = new URL(address)
  const secure = url.protocol === 'imaps:'
  if (!secure && url.protocol !== 'imap:') throw new Error('IMAP_URL starts with imaps:// or imap://')
  const connection: ImapFlowOptions = {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    disableAutoIdle: true,
    ...(url.searchParams.get('tls') === 'none' ? { doSTARTTLS: false } : {}),
  }
  return { connection, folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX' }
}

/** A ring that is never missed: one that came before the wait ends it at once. */
function createBell() {
  let wake: (() => void) | null = null
  let hasRung = false
  return {
    ring: () => {
      hasRung = true
      wake?.()
    },
    reset: () => {
      hasRung = false
    },
    rung: (atMostMs: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, hasRung ? 0 : atMostMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}

const pause = (milliseconds: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
