import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { operatorRoute, organizationRoute } from '#lib/routes.ts'

const pages = () => import('./pages.ts')

export const reportedRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/reported',
    component: lazyRouteComponent(pages, 'ReportedPage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/reported/$messageReportId',
    component: lazyRouteComponent(pages, 'ReportedMessagePage'),
  }),
] as const

export const operatorReportedRoutes = [
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/reported',
    component: lazyRouteComponent(pages, 'OperatorReportedPage'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/reported/$messageReportId',
    component: lazyRouteComponent(pages, 'OperatorReportedMessagePage'),
  }),
] as const
