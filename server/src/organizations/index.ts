export type { StructureChange, StructurePort } from './structure-port.ts'
