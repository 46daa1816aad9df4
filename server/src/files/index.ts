export { attachFiles, detachFiles } from './attach.ts'
export type { FileRightsPort } from './rights-port.ts'
