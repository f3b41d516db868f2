import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import '../design/tokens.css'
import '../design/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { listenForShortcuts } from '../design/keys/shortcuts.ts'
import { resolveVariables, theme } from '../design/theme.ts'
import { isStillSignedIn } from './api/auth.ts'
import { onSignedOut } from './api/client.ts'
import { queryClient } from './api/use-ask.ts'
import { router, signInAddress } from './router.tsx'

listenForShortcuts()
onSignedOut(async () => {
  const { href, pathname } = router.state.location
  // The gate of the route table answers the first question; this is for a session that ends while a page is open.
  if (router.state.status !== 'idle' || pathname.startsWith('/sign-in')) return
  if (await isStillSignedIn()) await queryClient.invalidateQueries()
  else void router.navigate({ href: signInAddress(href) })
})

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
