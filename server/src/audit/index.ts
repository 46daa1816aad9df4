export { recordAudit, recordAudits } from './store.ts'
