import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

const BINARY = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'].find(existsSync)

/** Whether this machine has a Dovecot of the 2.3 line to test against; without it the tests skip. */
export const hasDovecot: boolean = (() => {
  if (!BINARY) return false
  try {
    return execFileSync(BINARY, ['--version'], { encoding: 'utf8' }).startsWith('2.3')
  } catch {
    return false
  }
})()

/** A real IMAP server on a loopback port with its own folder; any user may sign in with the password `secret`. */
export async function startDovecot() {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-'))
  const port = await freePort()
  const isRoot = userInfo().uid === 0
  // Dovecot refuses mail of root: as root the mail belongs to nobody, else to whoever runs the test.
  const owner = isRoot ? { uid: 65534, gid: 65534 } : { uid: userInfo().uid, gid: userInfo().gid }
  const mail = join(folder, 'mail')
  mkdirSync(mail)
  chmodSync(folder, 0o755)
  chownSync(mail, owner.uid, owner.gid)
  const file = join(folder, 'dovecot.conf')
  writeFileSync(file, configuration({ folder, port, owner, isRoot }))
  let child = await launch(file, port, folder)
  return {
    /** Address of a user's INBOX, `?tls=none` because a loopback server has no certificate. */
    url: (user: string) => `imap://${user}:secret@127.0.0.1:${port}/INBOX?tls=none`,
    port,
    /** Takes the server away, as an outage does. */
    async halt() {
      await ended(child)
    },
    async resume() {
      child = await launch(file, port, folder)
    },
    async stop() {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Place = { folder: string; port: number; owner: { uid: number; gid: number }; isRoot: boolean }

function configuration({ folder, port, owner, isRoot }: Place): string {
  const user = userInfo().username
  // An ordinary user may give its sockets to nobody else, nor to another group.
  const account = isRoot
    ? ''
    : `default_internal_user = ${user}\ndefault_login_user = ${user}\ndefault_internal_group = ${execFileSync('id', ['-gn'], { encoding: 'utf8' })}`
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
${account}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%u
}
`
}

async function launch(file: string, port: number, folder: string): Promise<ChildProcess> {
  const child = spawn(BINARY!, ['-F', '-c', file], { stdio: 'ignore', detached: true })
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(port)) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill()
  const log = existsSync(join(folder, 'dovecot.log')) ? readFileSync(join(folder, 'dovecot.log'), 'utf8') : ''
  throw new Error(`Dovecot did not start: ${log}`)
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    // The whole group: an idle IMAP process outlives its master for some seconds.
    process.kill(-child.pid!, 'SIGTERM')
  })

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
