import { lazy } from 'react'

export { shelvesQuery } from './queries.ts'
export { materialRoutes } from './routes.tsx'
/** Opened from a message: loaded when somebody wants to keep what it holds. */
export const TakeDialog = lazy(async () => ({ default: (await import('./take-dialog.tsx')).TakeDialog }))
