import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const rollOverRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/roll-over',
  component: lazyRouteComponent(() => import('./roll-over-page.tsx'), 'RollOverPage'),
})
