import { lazy } from 'react'

export { formerStaffRoute, leavingRoute } from './routes.tsx'

/** On a person's page; not part of the first load. */
export const DepartureDialog = lazy(async () => ({ default: (await import('./departure-dialog.tsx')).DepartureDialog }))
