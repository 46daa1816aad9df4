import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#lib/routes.ts'

export const demoRoutes = [
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/demo',
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/demo/outgoing',
    component: lazyRouteComponent(() => import('./outgoing-page.tsx'), 'OutgoingPage'),
  }),
]
