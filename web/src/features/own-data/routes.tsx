import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, publicRoute } from '#lib/routes.ts'

export const ownDataRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/my-data',
  component: lazyRouteComponent(() => import('./own-data-page.tsx'), 'OwnDataPage'),
})

/** For whoever has no account any more. */
export const accountDeletedRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/deleted/$token',
  component: lazyRouteComponent(() => import('./deleted-page.tsx'), 'DeletedPage'),
})
