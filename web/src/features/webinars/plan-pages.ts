// Only for operators.
export { PlansPage } from './plans-page.tsx'
export { PlanPage } from './plan-page.tsx'
