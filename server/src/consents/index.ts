export { consentFileRights } from './file-rights.ts'
export { consentRoutes } from './routes.ts'
export { recordConsents, requiredConsents } from './service.ts'
export { countWaitingConsents } from './unit.store.ts'
