import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { operatorRoute } from '#lib/routes.ts'

export const backupsRoute = createRoute({
  getParentRoute: () => operatorRoute,
  path: '/backups',
  component: lazyRouteComponent(() => import('./backups-page.tsx'), 'BackupsPage'),
})
