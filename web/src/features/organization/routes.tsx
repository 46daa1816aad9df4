import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

export const organizationRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/card',
    component: lazyRouteComponent(() => import('./card-page.tsx'), 'CardPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/groups',
    validateSearch: textsOf('standing'),
    component: lazyRouteComponent(() => import('./groups-page.tsx'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/groups/$groupId',
    component: lazyRouteComponent(() => import('./group-page.tsx'), 'GroupPage'),
  }),
] as const
