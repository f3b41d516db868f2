import { Resolver } from 'node:dns/promises'
import type { NameService } from '../messaging/ports.ts'

/** The system's name servers. A name that is not there has no texts; a server that does not answer throws. */
export const nameService = (): NameService => {
  const resolver = new Resolver({ timeout: 4000, tries: 2 })
  return {
    texts: async (name) => {
      try {
        return (await resolver.resolveTxt(name)).map((parts) => parts.join(''))
      } catch (error) {
        if (['ENOTFOUND', 'ENODATA'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
        throw error
      }
    },
  }
}
