import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const organizationDataRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/data',
  component: lazyRouteComponent(() => import('./organization-data-page.tsx'), 'OrganizationDataPage'),
})
