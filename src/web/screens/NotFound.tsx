import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyState } from '../../design/parts/States.tsx'
import { usePageTitle } from '../frame/use-page-title.ts'

export const NotFound = () => {
  usePageTitle('Not found')
  return (
    <EmptyState
      title="There is nothing at this address"
      teaches="It was mistyped, or what stood here was merged or erased. Nothing of yours is lost by coming here."
    >
      <Button component={Link} to="/">
        To Home
      </Button>
    </EmptyState>
  )
}
