export type { AdmissionPort } from './admission-port.ts'
export { findByCode } from './find.store.ts'
export { joinRequestRoutes } from './routes.ts'
export { countToDecide } from './store.ts'
