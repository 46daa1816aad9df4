import { lazy } from 'react'

export { ConfirmationBanner } from './banner.tsx'
export { confirmationQueueRoute, ownConfirmationRoute } from './routes.tsx'

/** On a person's page; not part of the first load. */
export const UnconfirmDialog = lazy(async () => ({
  default: (await import('./unconfirm-dialog.tsx')).UnconfirmDialog,
}))
