import { lazy } from 'react'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#lib/routes.ts'

/** For whoever was sent the link of a meeting and has no account. */
export const guestRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/g/$token',
  component: lazyRouteComponent(() => import('./guest-page.tsx'), 'GuestPage'),
})

const Panel = lazy(async () => ({ default: (await import('./guest-link-panel.tsx')).GuestLinkPanel }))

/** The words of guests come with it, not with the first page. */
export { Panel as GuestLinkPanel }
