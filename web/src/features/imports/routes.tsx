import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const importRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/imports',
    component: lazyRouteComponent(() => import('./begin-page.tsx'), 'BeginPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/imports/$importId',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
] as const
