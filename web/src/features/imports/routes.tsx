import { type ImportKind, importKind } from '@kolosok/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const importRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/imports',
    validateSearch: (search): { kind?: ImportKind } => {
      const kind = importKind.safeParse(search['kind'])
      return kind.success && kind.data !== 'children' ? { kind: kind.data } : {}
    },
    component: lazyRouteComponent(() => import('./begin-page.tsx'), 'BeginPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/imports/$importId',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
] as const
