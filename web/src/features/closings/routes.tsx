import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { operatorRoute } from '#lib/routes.ts'

export const closingsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/closings',
  component: lazyRouteComponent(() => import('./closings-page.tsx'), 'ClosingsPage'),
})
