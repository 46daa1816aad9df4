import { lazy } from 'react'

/** In the panel of a chat; comes with it, not with the first load. */
export const InviteByLink = lazy(async () => ({ default: (await import('./invite-by-link.tsx')).InviteByLink }))
