import { useMemo } from 'react'
import { ask, type OutputOf, type Queries } from '../api/client.ts'
import { useAsk } from '../api/use-ask.ts'

type Asked = OutputOf<Queries, 'accounts.me'>

/** Who sits in front of the screen, what their role may do, and how much waits for them. */
export type Me = Omit<Asked, 'counts'> & {
  readonly counts: { readonly home: number; readonly inbox: number; readonly unread: number }
}

export const useMe = (): Me | undefined => {
  const me = useAsk('accounts.me', {}, { staleTime: 60_000 }).data
  const waiting = useAsk('views.sideBarCounts', {}, { enabled: !!me }).data
  return useMemo(
    () =>
      me && {
        ...me,
        counts: {
          home: waiting?.home ?? 0,
          inbox: waiting?.inbox ?? 0,
          unread: me.counts.unreadNotifications,
        },
      },
    [me, waiting],
  )
}

export const askMe = (): Promise<Asked> => ask('accounts.me', {})

/** Whether the role may do it; while nobody is known, nothing. */
export const useMay = (permission: string): boolean => useMe()?.permissions.includes(permission) ?? false
