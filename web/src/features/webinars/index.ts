import { lazy } from 'react'

export { type CalendarWebinar, useOwnWebinars } from './calendar.ts'
export { certificateRoute, operatorWebinarRoutes, webinarRoutes } from './routes.tsx'

/** Over every page before a seminar at a place; no part of the first load. */
export const NearSeminar = lazy(async () => ({ default: (await import('./near-seminar.tsx')).NearSeminar }))
