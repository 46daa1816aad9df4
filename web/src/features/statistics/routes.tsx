import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'

const pages = () => import('./pages.ts')

export const statisticsRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/statistics',
    component: lazyRouteComponent(pages, 'StatisticsPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/groups/$groupId/statistics',
    component: lazyRouteComponent(pages, 'GroupStatisticsPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/statistics/reports',
    component: lazyRouteComponent(pages, 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/statistics/reports/$reportId',
    component: lazyRouteComponent(pages, 'ReportPage'),
  }),
] as const
