import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const journalRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/journal',
  component: lazyRouteComponent(() => import('./journal-page.tsx'), 'JournalPage'),
})

export const accessesRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/accesses',
  component: lazyRouteComponent(() => import('./accesses-page.tsx'), 'AccessesPage'),
})
