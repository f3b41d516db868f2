import { useRouter } from '@tanstack/react-router'
import { useMe } from './me.ts'
import { type PageEntry, pagesOf } from './pages.ts'

export const usePages = (): PageEntry[] => {
  const me = useMe()
  const routes = useRouter().routesByPath as Record<string, unknown>
  return me ? pagesOf(me, (to) => to in routes) : []
}
