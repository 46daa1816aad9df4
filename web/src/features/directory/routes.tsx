import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

export const directoryRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/people',
    validateSearch: textsOf('search', 'role', 'groupId', 'standing', 'sort'),
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/people/$membershipId',
    component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
  }),
] as const
