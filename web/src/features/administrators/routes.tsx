import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const administratorsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/administrators',
  component: lazyRouteComponent(() => import('./administrators-page.tsx'), 'AdministratorsPage'),
})
