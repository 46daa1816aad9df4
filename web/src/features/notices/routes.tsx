import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute } from '#lib/routes.ts'

const pages = () => import('./pages.ts')

export const noticeRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/notices',
    component: lazyRouteComponent(pages, 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/notices/$noticeId',
    component: lazyRouteComponent(pages, 'NoticePage'),
  }),
] as const
