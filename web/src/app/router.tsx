import { createRouter, Outlet } from '@tanstack/react-router'
import { accountRoute, operatorRoute, organizationRoute, publicRoute, rootRoute } from '#lib/routes.ts'
import { NotFoundPage } from './not-found-page.tsx'

rootRoute.update({ component: Outlet, notFoundComponent: NotFoundPage })

const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([]),
  accountRoute.addChildren([organizationRoute.addChildren([]), operatorRoute.addChildren([])]),
])

export const router = createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: false })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
