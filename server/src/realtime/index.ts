export { openRealtime } from './open.ts'
