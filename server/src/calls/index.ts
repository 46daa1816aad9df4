export { openCalls } from './open.ts'
