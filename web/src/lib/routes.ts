import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router'

// The places where features hang their pages; `app/` gives them their frames (`route.update`).
export const rootRoute = createRootRoute()

/** Pages for anybody: joining, applying, signing in. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public', component: Outlet })

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Among the pages of whoever has signed in, one that others may look at, too. */
    readonly isForGuests?: boolean
  }
}

/** Pages for whoever has signed in; `app/` sends everybody else to signing in and back. */
export const accountRoute = createRoute({ getParentRoute: () => rootRoute, id: 'account' })

/** Pages of one organization, by its short code. */
export const organizationRoute = createRoute({ getParentRoute: () => accountRoute, path: '/o/$code' })

/** Pages of the installation's operator. */
export const operatorRoute = createRoute({ getParentRoute: () => accountRoute, path: '/operator' })
