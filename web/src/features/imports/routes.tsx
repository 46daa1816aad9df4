import type { ImportKind } from '@kolosok/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const importRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/imports',
    validateSearch: (search): { kind?: ImportKind } => (search['kind'] === 'staff' ? { kind: 'staff' } : {}),
    component: lazyRouteComponent(() => import('./begin-page.tsx'), 'BeginPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/imports/$importId',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
] as const
