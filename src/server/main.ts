import { alreadyRunning, markRunning } from './one-instance.ts'
import { startProduct } from './product.ts'
import { readSettings, SettingsRefused } from './settings.ts'
import { firstRunAddress } from './sign-in/first-run.ts'

const parts = {
  start: { web: true, work: true },
  web: { web: true, work: false },
  worker: { web: false, work: true },
}

const main = async (what: string): Promise<void> => {
  const part = parts[what as keyof typeof parts]
  if (!part) throw new Error(`Start what? One of: ${Object.keys(parts).join(', ')}.`)
  const settings = readSettings(process.env)
  const running = what === 'start' ? alreadyRunning(settings.dataDir) : undefined
  if (running)
    throw new Error(
      `Throughline is already running on ${settings.dataDir}, at ${running.url} (process ${running.pid}).`,
    )

  // From here on, asked to stop, it also stops what it is only starting: the database would stay behind.
  let stopping = false
  const begun = startProduct(settings, { ...part, say: console.log })
  let unmark: () => void = () => undefined
  const stop = async () => {
    if (stopping) return
    stopping = true
    const product = await begun.catch(() => undefined)
    unmark()
    await product?.stop()
    process.exit(product ? 0 : 1)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())

  const product = await begun
  if (what === 'start') unmark = markRunning(settings.dataDir, product.url ?? '')
  if (product.url) {
    console.log(`Throughline is ready at ${product.url}`)
    const first = await firstRunAddress(product)
    if (first)
      console.log(
        `Until an organisation of your own is set up, begin at ${first}\n(the address holds a token, made anew at each start)`,
      )
  } else console.log('Throughline is working.')
}

main(process.argv[2] ?? 'start').catch((error: Error) => {
  console.error(
    error instanceof SettingsRefused ? `The settings are not right:\n${error.message}` : error.message,
  )
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  process.exit(1)
})
