import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, operatorRoute, publicRoute } from '#lib/routes.ts'

const pages = () => import('./pages.ts')

export const webinarRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/webinars',
    component: lazyRouteComponent(pages, 'WebinarsPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/webinars/$webinarId',
    component: lazyRouteComponent(pages, 'WebinarPage'),
  }),
] as const

const planPages = () => import('./plan-pages.ts')

export const operatorWebinarRoutes = [
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/webinars',
    component: lazyRouteComponent(planPages, 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/webinars/$webinarId',
    component: lazyRouteComponent(planPages, 'PlanPage'),
  }),
] as const

/** For anybody who holds a certificate. */
export const certificateRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/certificates/$number',
  component: lazyRouteComponent(() => import('./certificate-page.tsx'), 'CertificatePage'),
})
