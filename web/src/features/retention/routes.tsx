import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { operatorRoute } from '#lib/routes.ts'

export const retentionRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/retention',
  component: lazyRouteComponent(() => import('./retention-page.tsx'), 'RetentionPage'),
})
