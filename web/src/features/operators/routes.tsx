import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { operatorRoute } from '#lib/routes.ts'

export const operatorsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/operators',
  component: lazyRouteComponent(() => import('./operators-page.tsx'), 'OperatorsPage'),
})
