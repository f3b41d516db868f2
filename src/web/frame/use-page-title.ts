import { useDocumentTitle } from '@mantine/hooks'

/** Names the page in the browser's tab and history: most particular first. */
export const usePageTitle = (...parts: readonly (string | undefined)[]): void =>
  useDocumentTitle([...parts.filter(Boolean), 'Throughline'].join(' · '))
