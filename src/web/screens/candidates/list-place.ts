import { createContext, type ReactNode, useContext } from 'react'
import type { FilterKey } from './candidates-search.ts'

/** Where a list of people stands: its address, the filter that never goes, and what it says while it is empty. */
export interface ListPlace {
  readonly to: string
  readonly params?: Readonly<Record<string, string>>
  readonly fixed: { readonly pools?: string[] }
  /** The filters that the place shows itself, and the line of filters leaves out. */
  readonly ownFilters: readonly FilterKey[]
  readonly pool?: PoolHere
  /** Filters of the place's own, before the others. */
  readonly chips?: ReactNode
  readonly empty?: ReactNode
}

/** The pool whose people the list shows. */
export interface PoolHere {
  readonly id: string
  readonly name: string
  readonly stages: readonly { readonly id: string; readonly name: string; readonly people: number }[]
}

export const everyone: ListPlace = { to: '/candidates', fixed: {}, ownFilters: [] }

export const ListPlaceContext = createContext<ListPlace>(everyone)

export const useListPlace = (): ListPlace => useContext(ListPlaceContext)
