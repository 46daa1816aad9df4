import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#lib/routes.ts'

export const applicationRoutes = [
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/welcome',
    component: lazyRouteComponent(() => import('./landing-page.tsx'), 'LandingPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/apply',
    component: lazyRouteComponent(() => import('./apply-page.tsx'), 'ApplyPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/apply/$token',
    component: lazyRouteComponent(() => import('./mailed-page.tsx'), 'MailedPage'),
  }),
  createRoute({
    getParentRoute: () => publicRoute,
    path: '/a/$token',
    component: lazyRouteComponent(() => import('./status-page.tsx'), 'StatusPage'),
  }),
] as const
