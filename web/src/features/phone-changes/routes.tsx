import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { operatorRoute, organizationRoute } from '#lib/routes.ts'

export const phoneChangesRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/phones',
  component: lazyRouteComponent(() => import('./phone-changes-page.tsx'), 'PhoneChangesPage'),
})

/** For whom no organization can decide. */
export const allPhoneChangesRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/phones',
  component: lazyRouteComponent(() => import('./all-phone-changes-page.tsx'), 'AllPhoneChangesPage'),
})
