import { ask } from '../api/client.ts'
import { useAsk } from '../api/use-ask.ts'

/** Who sits in front of the screen, and what their role may do. */
export interface Me {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly mail: string
    readonly roles: readonly string[]
  }
  readonly organisation: { readonly name: string; readonly slug: string }
  readonly permissions: readonly string[]
  readonly counts: { readonly home: number; readonly inbox: number }
}

export const useMe = (): Me | undefined =>
  useAsk('accounts.me' as never, {} as never, { staleTime: 60_000 }).data as Me | undefined

export const askMe = (): Promise<Me> => ask('accounts.me' as never, {} as never) as Promise<Me>

/** Whether the role may do it; while nobody is known, nothing. */
export const useMay = (permission: string): boolean => useMe()?.permissions.includes(permission) ?? false
