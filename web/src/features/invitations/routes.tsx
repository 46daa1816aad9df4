import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

export const invitationRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/invitations',
    validateSearch: textsOf('state', 'whom', 'groupId', 'search'),
    component: lazyRouteComponent(() => import('./invitations-page.tsx'), 'InvitationsPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/sheets',
    component: lazyRouteComponent(() => import('./sheets-page.tsx'), 'SheetsPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/groups/$groupId/sheet',
    component: lazyRouteComponent(() => import('./sheet-page.tsx'), 'SheetPage'),
  }),
] as const
