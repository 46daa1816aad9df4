import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

const pages = () => import('./pages.ts')

export const materialRoutes = [
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/materials',
    validateSearch: textsOf('q'),
    component: lazyRouteComponent(pages, 'MaterialsPage'),
  }),
  createRoute({
    getParentRoute: () => accountRoute,
    path: '/materials/$folderId',
    component: lazyRouteComponent(pages, 'FolderPage'),
  }),
] as const
