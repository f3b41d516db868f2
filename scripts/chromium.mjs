// The browser of the journeys: the system's Chromium, installed from the system's packages where that is allowed.
import { existsSync } from 'node:fs'
import { installPackages } from './from-packages.mjs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of a Chromium; tries to install one as root on Debian or Ubuntu; else says what to do and ends. */
export function findChromium() {
  const found = places.find((path) => path && existsSync(path))
  if (found) return found
  installPackages('chromium')
  const installed = places.find((path) => path && existsSync(path))
  if (installed) return installed
  console.error(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install --cask chromium), or set CHROMIUM_PATH, and run npm test again.',
  )
  process.exit(1)
}
