import { lazy } from 'react'

export { noticeRoutes } from './routes.tsx'

/** Over the chat list; no part of the first load. */
export const NoticesHead = lazy(async () => ({ default: (await import('./notices-head.tsx')).NoticesHead }))
