import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, organizationRoute } from '#lib/routes.ts'

/** Out of an organization, by oneself. */
export const leavingRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/leaving',
  component: lazyRouteComponent(() => import('./leaving-page.tsx'), 'LeavingPage'),
})

export const formerStaffRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/people/former',
  component: lazyRouteComponent(() => import('./former-page.tsx'), 'FormerPage'),
})
