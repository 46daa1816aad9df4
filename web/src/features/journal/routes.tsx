import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const journalRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/journal',
  component: lazyRouteComponent(() => import('./journal-page.tsx'), 'JournalPage'),
})
