import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, publicRoute } from '#lib/routes.ts'

/** Only a path of our own: a link must not lead elsewhere after signing in. */
const isOwnPath = (next: unknown): next is string => typeof next === 'string' && /^\/(?![/\\])/.test(next)

export const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in',
  validateSearch: ({ next, ended }: Record<string, unknown>): { next?: string; ended?: true } => ({
    ...(isOwnPath(next) && { next }),
    // Somebody was in on this device until just now.
    ...(ended === true && { ended }),
  }),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

export const operatorLinkRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/operator-link/$token',
  component: lazyRouteComponent(() => import('./operator-link-page.tsx'), 'OperatorLinkPage'),
})

export const ownPhoneRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/phone',
  component: lazyRouteComponent(() => import('./own-phone-page.tsx'), 'OwnPhonePage'),
})
