import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

/** The team's app: built files, cached for ever by their hashed names, and the one page for every other address. */
export const appSite = (folder: string): Hono => {
  const site = new Hono()
  site.use(
    '/assets/*',
    serveStatic({
      root: folder,
      rewriteRequestPath: (path) => path.replace(/^\/app/, ''),
      onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  site.get('*', async (c) => {
    const page = `${folder}/index.html`
    if (!existsSync(page)) return c.text('The app is not built yet. Run npm start, or npm run dev.', 503)
    return c.html(await readFile(page, 'utf8'), 200, { 'Cache-Control': 'no-cache' })
  })
  return site
}
