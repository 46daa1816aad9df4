import { lazy } from 'react'

export { meetingRoutes } from './routes.tsx'

/** Over every page while a meeting is about to begin; no part of the first load. */
export const MeetingBanner = lazy(async () => ({ default: (await import('./meeting-banner.tsx')).MeetingBanner }))
