export { recordAccess } from './access.store.ts'
export { type AuditEntry, recordAudit, recordAudits } from './store.ts'
export { recordTaken } from './taken.ts'
