import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const invitationRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/invitations',
    component: lazyRouteComponent(() => import('./invitations-page.tsx'), 'InvitationsPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/groups/$groupId/sheet',
    component: lazyRouteComponent(() => import('./sheet-page.tsx'), 'SheetPage'),
  }),
] as const
