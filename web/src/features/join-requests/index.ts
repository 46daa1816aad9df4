import { lazy } from 'react'

export { joinRequestQueueRoute, joinRequestRoute } from './routes.tsx'

/** Only for whoever belongs nowhere yet; not part of the first load. */
export const OwnRequests = lazy(async () => ({ default: (await import('./own-requests.tsx')).OwnRequests }))
