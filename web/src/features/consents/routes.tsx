import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, organizationRoute } from '#lib/routes.ts'

export const ownConsentsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/consents',
  component: lazyRouteComponent(() => import('./own-consents-page.tsx'), 'OwnConsentsPage'),
})

export const consentRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/consents',
    component: lazyRouteComponent(() => import('./purposes-page.tsx'), 'PurposesPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/consents/$consentPurposeId',
    component: lazyRouteComponent(() => import('./units-page.tsx'), 'UnitsPage'),
  }),
] as const
