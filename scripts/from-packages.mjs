// Programs that the tests speak to, from the system's packages.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs packages as root on Debian or Ubuntu; anywhere else it does nothing. */
export function installPackages(...names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing ${names.join(', ')} from the system’s packages…`)
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update'], quiet)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], quiet)
}

/** The real IMAP and CalDAV servers of the mail and calendar tests; without them those tests skip, and are counted. */
export function installServers() {
  const missing = [
    ['/usr/sbin/dovecot', 'dovecot-imapd'],
    ['/usr/bin/radicale', 'radicale'],
  ].filter(([path]) => !existsSync(path))
  if (missing.length > 0) installPackages(...missing.map(([, name]) => name))
}
