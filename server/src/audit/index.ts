export { type AuditEntry, recordAudit, recordAudits } from './store.ts'
