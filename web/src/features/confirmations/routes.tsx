import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, organizationRoute } from '#lib/routes.ts'

export const confirmationQueueRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/confirmations',
  component: lazyRouteComponent(() => import('./queue-page.tsx'), 'QueuePage'),
})

/** Outside «Организация», whose pages nobody sees before being confirmed. */
export const ownConfirmationRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/confirmation/$code',
  component: lazyRouteComponent(() => import('./own-page.tsx'), 'OwnPage'),
})
