export { ConfirmationBanner } from './banner.tsx'
export { confirmationQueueRoute, ownConfirmationRoute } from './routes.tsx'
