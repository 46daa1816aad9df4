import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { operatorRoute, organizationRoute } from '#lib/routes.ts'

export const incidentsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./incidents-page.tsx'), 'IncidentsPage'),
})

export const installationIncidentsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./installation-incidents-page.tsx'), 'InstallationIncidentsPage'),
})
