export { recordConsents, requiredConsents } from './service.ts'
