import '@fontsource-variable/golos-text/index.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './main.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { restoreKept } from '#lib/kept-answers.ts'
import { queryClient } from '#lib/query-client.ts'
import { cssVariables, theme } from '#ui/theme.ts'
import { watchParts } from './parts.ts'
import { registerServiceWorker } from './service-worker.ts'
import { router } from './router.tsx'

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

async function start(): Promise<void> {
  await restoreKept(queryClient)
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root')
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
          <Suspense>
            <Notifications position="top-center" />
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

watchParts()
registerServiceWorker()
void start()
// Nobody waits for it: it only says where emoji could be fetched.
void import('#ui/emoji.css')
