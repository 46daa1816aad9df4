import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute } from '#lib/routes.ts'

const pages = () => import('./pages.ts')

export const broadcastRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/broadcasts',
    component: lazyRouteComponent(pages, 'BroadcastsPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/broadcasts/$broadcastId',
    component: lazyRouteComponent(pages, 'BroadcastPage'),
  }),
] as const
