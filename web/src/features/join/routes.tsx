import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#lib/routes.ts'
import { readStep, type Step } from './steps.ts'

export const joinRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/i/$token',
  // In the address, so that the phone's own «back» goes one step back.
  validateSearch: ({ step }: { step?: unknown }): { step?: Step } => readStep(step),
  component: lazyRouteComponent(() => import('./join-page.tsx'), 'JoinPage'),
})
