import { EmptyState } from '../../design/parts/States.tsx'
import { usePageTitle } from '../frame/use-page-title.ts'

/** "You can't see this" always says who can grant it. */
export const Forbidden = ({ what, grants }: { readonly what: string; readonly grants: string }) => {
  usePageTitle('Not for your role')
  return (
    <EmptyState
      title={`You can’t see ${what}`}
      teaches={`${grants} can grant it. Nothing was changed by asking.`}
    />
  )
}
