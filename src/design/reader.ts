import { createContext, useContext } from 'react'
import type { Reader } from './dates.ts'

/** The reader's language and zone; the frame sets it, every date and figure reads it. */
export const ReaderContext = createContext<Reader>({
  locale: typeof navigator === 'undefined' ? 'en' : navigator.language,
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
})

export const useReader = (): Reader => useContext(ReaderContext)
