export { ConsentsHead } from './consents-head.tsx'
export { consentRoutes, ownConsentsRoute } from './routes.tsx'
