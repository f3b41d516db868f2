import { openDatabase, sessionName } from '../adapters/database.ts'
import { findDuplicates } from '../adapters/find-duplicates-csv.ts'
import { readCalendarFiles } from '../adapters/read-calendar-files.ts'
import { readMailFiles } from '../adapters/read-mail-files.ts'
import { readResumeFiles } from '../adapters/read-resume-files.ts'
import { whyNotRead } from '../adapters/why-not-read.ts'
import { createQueue } from '../kernel/deliveries.ts'
import { createKernel } from '../kernel/kernel.ts'
import type { Result } from '../kernel/model/result.ts'
import { backupInstallation, restoreInstallation } from './backup/backup-acts.ts'
import { tellStory } from './demo/tell-story.ts'
import { createLog } from './log.ts'
import { rememberAddresses } from './mail-plugs.ts'
import { resetSecondFactor, seed } from './operator-acts.ts'
import { plugIn } from './plugs.ts'
import { prepareDatabase } from './prepare-database.ts'
import { buildRooms } from './rooms.ts'
import { readSettings, type Settings, SettingsRefused } from './settings.ts'

interface Act {
  readonly usage: string
  readonly says: string
  readonly run: (args: readonly string[]) => Promise<void>
}

const jsonLines = async (lines: AsyncIterable<object> | Iterable<object>): Promise<void> => {
  for await (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`)
}

const some = (args: readonly string[], what: string): readonly string[] => {
  if (args.length === 0) throw new Error(`Give ${what}.`)
  return args
}

/** Runs with the product's database and rooms, beside a running product or without one. */
const withKernel = async (
  work: (parts: Awaited<ReturnType<typeof openKernel>>) => Promise<void>,
): Promise<void> => {
  const parts = await openKernel(readSettings(process.env))
  try {
    await work(parts)
  } finally {
    await parts.close()
  }
}

const openKernel = async (settings: Settings) => {
  const plugs = await plugIn(settings, createLog(settings.LOG_LEVEL))
  const rooms = buildRooms(plugs.ports)
  const prepared = await prepareDatabase(settings, rooms, console.error)
  const database = openDatabase(prepared.connection, 4)
  const queue = createQueue({ ...prepared.connection, application_name: sessionName })
  await queue.boss.start()
  const kernel = createKernel({ database, rooms, queue })
  plugs.connect(kernel, database)
  await rememberAddresses(settings, database)
  return {
    settings,
    kernel,
    database,
    prepared,
    plugs,
    close: async () => {
      await queue.boss.stop({ graceful: false })
      await plugs.close()
      await database.close()
      await prepared.embedded?.stop()
    },
  }
}

const inputOf = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    throw new Error('The input is not JSON. Example: npm run -s cli -- ask ats.jobs \'{"state":"open"}\'')
  }
}

const said = (result: Result<unknown>): void => {
  if (!result.ok) throw new Error(result.refusal.says)
  console.log(JSON.stringify(result.value ?? null, null, 2))
}

const acts: Readonly<Record<string, Act>> = {
  ask: {
    usage: 'ask QUERY [JSON]',
    says: 'Asks any query of the API, as the product itself.',
    run: ([name, input]) =>
      withKernel(async ({ kernel }) => {
        const query = kernel.queryNamed(name ?? '')
        if (!query) throw new Error(`There is no query “${name ?? ''}”. See docs/map.md.`)
        said(await kernel.as('cli').ask(query, inputOf(input)))
      }),
  },
  run: {
    usage: 'run COMMAND [JSON]',
    says: 'Runs any command of the API, as the product itself; it is recorded as a fact like every other.',
    run: ([name, input]) =>
      withKernel(async ({ kernel }) => {
        const command = kernel.commandNamed(name ?? '')
        if (!command) throw new Error(`There is no command “${name ?? ''}”. See docs/map.md.`)
        said(await kernel.as('cli').run(command, inputOf(input)))
      }),
  },
  'read-resume': {
    usage: 'read-resume FILE…',
    says: 'Reads résumés and prints what was found, one JSON object a line. Needs no database.',
    run: (args) => jsonLines(readResumeFiles(some(args, 'one or more files'))),
  },
  'read-mail': {
    usage: 'read-mail FILE…',
    says: 'Reads mails and prints what each is, one JSON object a line. Needs no database.',
    run: (args) => jsonLines(readMailFiles(some(args, 'one or more files'))),
  },
  'read-calendar': {
    usage: 'read-calendar FILE…',
    says: 'Reads calendar files and prints their appointments, one JSON object a file. Needs no database.',
    run: (args) => jsonLines(readCalendarFiles(some(args, 'one or more files'))),
  },
  seed: {
    usage: 'seed',
    says: 'Fills an empty installation with the demo: an organisation with people, jobs and mail.',
    run: () =>
      withKernel(async ({ kernel, database, prepared, plugs }) =>
        console.log(await seed(database, () => tellStory({ kernel, prepared, files: plugs.ports.files }))),
      ),
  },
  'reset-second-factor': {
    usage: 'reset-second-factor MAIL',
    says: 'Takes the second factor from somebody who lost telephone and recovery codes.',
    run: (args) =>
      withKernel(async ({ kernel }) =>
        console.log(await resetSecondFactor(kernel, some(args, 'the mail address of the account')[0]!)),
      ),
  },
  backup: {
    usage: 'backup FILE.tar',
    says: 'Writes the whole installation into one file: database, files, key. Also beside a running product.',
    run: async (args) =>
      console.log(await backupInstallation(readSettings(process.env), some(args, 'the file to write')[0]!)),
  },
  restore: {
    usage: 'restore FILE.tar',
    says: 'Puts a backup into an empty installation of the same version; stop the product first.',
    run: async (args) =>
      console.log(await restoreInstallation(readSettings(process.env), some(args, 'a backup')[0]!)),
  },
  'find-duplicates': {
    usage: 'find-duplicates FILE.csv',
    says: 'Prints pairs of rows that may be one person, with score and reasons, one JSON object a line.',
    run: (args) => jsonLines(findDuplicates(some(args, 'a CSV file whose first column is an id')[0]!)),
  },
}

const help = (): string =>
  [
    'Usage: npm run -s cli -- ACT …',
    '',
    ...Object.values(acts).map((act) => `  ${act.usage.padEnd(28)} ${act.says}`),
  ].join('\n')

const main = async ([name, ...args]: readonly string[]): Promise<void> => {
  const act = acts[name ?? '']
  if (!act) {
    console.log(help())
    if (name && name !== 'help' && name !== '--help') throw new Error(`There is no act “${name}”.`)
    return
  }
  await act.run(args)
}

/** The file that an error is about, to be said before it. */
const pathOf = ({ path }: NodeJS.ErrnoException): string => (path ? `${path}: ` : '')

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
main(process.argv.slice(2)).catch((error: Error) => {
  console.error(
    error instanceof SettingsRefused
      ? `The settings are not right:\n${error.message}`
      : `${pathOf(error)}${whyNotRead(error)}`,
  )
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  process.exitCode = 1
})
