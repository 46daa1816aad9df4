import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

const pages = () => import('./pages.ts')

/** «Документы»: what is in force for everybody, and what the office prepares. */
export const localActRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/documents',
    component: lazyRouteComponent(pages, 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/documents/$editionId',
    component: lazyRouteComponent(pages, 'DocumentPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/documents/$editionId/edit',
    component: lazyRouteComponent(pages, 'EditorPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/documents/$editionId/compare',
    // The other edition.
    validateSearch: textsOf('with'),
    component: lazyRouteComponent(pages, 'ComparePage'),
  }),
] as const
