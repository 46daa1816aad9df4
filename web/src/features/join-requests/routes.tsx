import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, organizationRoute } from '#lib/routes.ts'

/** Finding an organization and asking to be let in. */
export const joinRequestRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('./ask-page.tsx'), 'AskPage'),
})

export const joinRequestQueueRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/requests',
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
})
