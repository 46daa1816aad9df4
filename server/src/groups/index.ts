export { accessGroup, type ClearedGroup } from './access.ts'
export { type GroupAction, groupPolicy } from './policy.ts'
