import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#lib/routes.ts'

/** For whoever was sent the link of a meeting and has no account. */
export const guestRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/g/$token',
  component: lazyRouteComponent(() => import('./guest-page.tsx'), 'GuestPage'),
})
