import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

const pages = () => import('./pages.ts')

export const meetingRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/calendar',
    validateSearch: textsOf('view', 'day', 'of', 'chat'),
    component: lazyRouteComponent(pages, 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/lessons',
    component: lazyRouteComponent(pages, 'LessonsPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/meetings/$meetingId',
    component: lazyRouteComponent(pages, 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/meetings/$meetingId/protocol',
    component: lazyRouteComponent(pages, 'ProtocolPage'),
  }),
] as const
