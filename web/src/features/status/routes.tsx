import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#lib/routes.ts'

export const statusRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/status',
  component: lazyRouteComponent(() => import('./status-page.tsx'), 'StatusPage'),
})
