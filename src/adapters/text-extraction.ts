import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type ExtractedText, type FileKind, unreadable } from '../documents/model/extracted-text.ts'
import type { ExtractionAnswer, ExtractionLimits, ExtractionTask } from './text-extraction-worker.ts'

export type TextExtractionOptions = {
  maxFileBytes?: number
  timeLimitMs?: number
  ocrTimeLimitMs?: number
  memoryLimitMb?: number
  limits?: Partial<ExtractionLimits>
}

export type TextExtraction = {
  read(bytes: Uint8Array, fileName: string): Promise<ExtractedText>
  close(): Promise<void>
}

/**
 * Reads text out of files in a separate process with limits of time and memory; one file at a time, in the
 * order asked. A file that breaks a limit costs its process and nothing else. `read` always answers with a
 * value; `close` ends the process and answers what still waits with "unreadable".
 */
export function createTextExtraction(options: TextExtractionOptions = {}): TextExtraction {
  const maxFileBytes = options.maxFileBytes ?? 10_000_000
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  let worker: ChildProcess | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let closed = false
  let count = 0

  const run = (bytes: Uint8Array): Promise<ExtractedText> => {
    if (closed) return Promise.resolve(unreadable('unknown', 'unreadable', 'The reader is shut down.'))
    worker ??= startWorker(options.memoryLimitMb ?? 512)
    count += 1
    const task: ExtractionTask = { id: count, bytes, limits }
    return ask(worker, task, options).then((result) => {
      if (worker && (worker.killed || worker.exitCode !== null || !worker.connected)) worker = undefined
      return result
    })
  }

  return {
    read(bytes, fileName) {
      if (bytes.length === 0) return Promise.resolve(unreadable('unknown', 'empty', 'The file is empty.'))
      if (bytes.length > maxFileBytes) return Promise.resolve(unreadable('unknown', 'too-large'))
      const result = queue
        .then(() => run(bytes))
        .then((read) => noteName(read, fileName))
        .catch(() => unreadable('unknown', 'unreadable', 'The reader could not be started.'))
      queue = result
      return result
    },
    async close() {
      closed = true
      const ending = worker
      worker = undefined
      if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
      const gone = new Promise((resolve) => ending.once('exit', resolve))
      ending.ref()
      ending.kill('SIGKILL')
      await gone
    },
  }
}

const ENDINGS: Partial<Record<FileKind, RegExp>> = {
  pdf: /\.pdf$/i,
  docx: /\.(?:docx|dotx|docm)$/i,
  odt: /\.o[td]t$/i,
  doc: /\.do[ct]$/i,
  rtf: /\.(?:rtf|doc)$/i,
  html: /\.x?html?$/i,
  image: /\.(?:png|jpe?g|gif|bmp|tiff?|webp)$/i,
}

// The content decides; that the name says otherwise is worth knowing for the person who opens it.
function noteName(read: ExtractedText, fileName: string): ExtractedText {
  const named = Object.values(ENDINGS).some((ending) => ending.test(fileName))
  if (
    !read.ok ||
    !named ||
    ENDINGS[read.kind]?.test(fileName) ||
    (read.kind === 'word-xml' && /\.doc$/i.test(fileName))
  )
    return read
  return { ...read, notes: [...read.notes, `The file is named as another kind than it is (${read.kind}).`] }
}

const DEFAULT_LIMITS: ExtractionLimits = {
  zip: { entries: 1000, unpackedBytes: 100_000_000, ratio: 200 },
  pages: 50,
  ocrPages: 5,
  pixels: 60_000_000,
  characters: 1_000_000,
}

function startWorker(memoryLimitMb: number): ChildProcess {
  const worker = fork(fileURLToPath(new URL('./text-extraction-worker.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${memoryLimitMb}`, '--disable-warning=ExperimentalWarning', ...fence()],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Settings of the server, secrets among them, are no business of a process that opens strangers' files.
    env: {
      PATH: process.env.PATH ?? '',
      TZ: 'UTC',
      ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
    },
  })
  worker.unref()
  worker.channel?.unref()
  return worker
}

// Where Node knows how, the process may read this program's own files and nothing else, and write nothing.
function fence(): string[] {
  if (!process.allowedNodeEnvironmentFlags.has('--permission')) return []
  const root = fileURLToPath(new URL('../../', import.meta.url))
  // The packages go by two names where node_modules is a link: the name looked up first, and the real one.
  const linked = `${root}node_modules`
  const installed = createRequire(import.meta.url).resolve('yauzl')
  const modules = installed.slice(0, installed.lastIndexOf('yauzl'))
  return [
    '--permission',
    '--allow-worker',
    ...[`${root}src/*`, `${root}package.json`, linked, `${linked}/*`, `${modules}*`].map(
      (path) => `--allow-fs-read=${path}`,
    ),
  ]
}

function ask(
  worker: ChildProcess,
  task: ExtractionTask,
  options: TextExtractionOptions,
): Promise<ExtractedText> {
  return new Promise((resolve) => {
    const started = performance.now()
    let deadlineMs = options.timeLimitMs ?? 10_000
    const memoryMb = (options.memoryLimitMb ?? 512) * 1.5 + 256
    const watch = setInterval(() => {
      if (performance.now() - started > deadlineMs) end(unreadable('unknown', 'timed-out'), true)
      else if (residentMb(worker.pid) > memoryMb) end(unreadable('unknown', 'hostile', TOO_MUCH_MEMORY), true)
    }, 100)
    const onMessage = (answer: ExtractionAnswer) => {
      if (answer.id !== task.id) return
      if ('stage' in answer) deadlineMs = options.ocrTimeLimitMs ?? 60_000
      else end(answer.result, false)
    }
    const onExit = () => end(unreadable('unknown', 'unreadable', 'The file made the reader fail.'), true)
    const end = (result: ExtractedText, kill: boolean) => {
      clearInterval(watch)
      worker.off('message', onMessage)
      worker.off('exit', onExit)
      worker.off('error', onExit)
      worker.channel?.unref()
      if (kill) worker.kill('SIGKILL')
      resolve(result)
    }
    worker.on('message', onMessage)
    worker.on('exit', onExit)
    worker.on('error', onExit)
    worker.channel?.ref()
    worker.send(task, (error) => error && onExit())
  })
}

const TOO_MUCH_MEMORY = 'Reading the file took too much memory and was stopped.'

// The heap limit of the process does not count picture and archive buffers; Linux tells the whole.
function residentMb(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * 4096) / 1_048_576
  } catch {
    return 0
  }
}
