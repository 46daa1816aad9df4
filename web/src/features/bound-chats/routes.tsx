import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

export const boundChatsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/chats',
  component: lazyRouteComponent(() => import('./bound-chats-page.tsx'), 'BoundChatsPage'),
})
