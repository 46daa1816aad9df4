import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organizationRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

export const childrenRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/children',
  validateSearch: textsOf('search', 'groupId', 'standing', 'sort'),
  component: lazyRouteComponent(() => import('./children-page.tsx'), 'ChildrenPage'),
})
