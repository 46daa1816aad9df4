import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { operatorRoute } from '#lib/routes.ts'

export const operatorQueueRoutes = [
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/applications/$applicationId',
    component: lazyRouteComponent(() => import('./application-page.tsx'), 'ApplicationPage'),
  }),
] as const
