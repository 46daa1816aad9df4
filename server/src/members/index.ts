export { createStructurePort, followRule } from './follow-structure.ts'
export { tellOfChat } from './tell-of-chat.ts'
export { memberRoutes } from './routes.ts'
