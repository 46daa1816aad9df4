export { membershipRoutes } from './routes.ts'
export { createMembership, endMembership, findPeople, setConfirmation } from './service.ts'
export { listTaughtGroups } from './staff.store.ts'
export { findMembership, listMemberships, type Membership } from './store.ts'
