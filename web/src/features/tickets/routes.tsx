import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute, operatorRoute, organizationRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

const pages = () => import('./pages.ts')

/** Under «Помощь»: for everybody who has signed in. */
export const helpRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/help/tickets',
    component: lazyRouteComponent(pages, 'OwnTicketsPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/help/new',
    // The page that led here.
    validateSearch: textsOf('page'),
    component: lazyRouteComponent(pages, 'NewTicketPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/help/$ticketId',
    component: lazyRouteComponent(pages, 'OwnTicketPage'),
  }),
] as const

const validateSearch = textsOf('side', 'holder', 'q', 'organizationId')

export const ticketRoutes = [
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/tickets',
    validateSearch,
    component: lazyRouteComponent(pages, 'OrganizationQueuePage'),
  }),
  createRoute({
    getParentRoute: () => organizationRoute,
    path: '/tickets/$ticketId',
    component: lazyRouteComponent(pages, 'OrganizationTicketPage'),
  }),
] as const

export const operatorTicketRoutes = [
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/tickets',
    validateSearch,
    component: lazyRouteComponent(pages, 'OperatorQueuePage'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/tickets/figures',
    component: lazyRouteComponent(pages, 'FiguresPage'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/tickets/letters',
    component: lazyRouteComponent(pages, 'LettersPage'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/tickets/$ticketId',
    component: lazyRouteComponent(pages, 'OperatorTicketPage'),
  }),
] as const
