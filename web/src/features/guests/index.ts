import { lazy } from 'react'

const Panel = lazy(async () => ({ default: (await import('./guest-link-panel.tsx')).GuestLinkPanel }))

/** The words of guests come with it, not with the first page. */
export { Panel as GuestLinkPanel }
export { guestRoute } from './routes.tsx'
