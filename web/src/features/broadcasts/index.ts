import { lazy } from 'react'

export { useBroadcastsOf } from './calendar.ts'
export { broadcastRoutes } from './routes.tsx'

/** Over every page while something is on or near; no part of the first load. */
export const NearBroadcast = lazy(async () => ({ default: (await import('./near-broadcast.tsx')).NearBroadcast }))
