import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, organizationRoute } from '#lib/routes.ts'

/** Finding an organization and asking to be let in. */
export const joinRequestRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/join',
  // The link of a chat that led here.
  validateSearch: ({ via }: { via?: unknown }): { via?: string } => (typeof via === 'string' ? { via } : {}),
  component: lazyRouteComponent(() => import('./ask-page.tsx'), 'AskPage'),
})

export const joinRequestQueueRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/requests',
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
})
