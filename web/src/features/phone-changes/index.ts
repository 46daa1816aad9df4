import { lazy } from 'react'

export { phoneChangesRoute, allPhoneChangesRoute } from './routes.tsx'

// On pages of others; no part of the first load.
export const PhoneChangeBanner = lazy(async () => ({ default: (await import('./banner.tsx')).PhoneChangeBanner }))
export const StartPhoneChange = lazy(async () => ({ default: (await import('./start-dialog.tsx')).StartPhoneChange }))
