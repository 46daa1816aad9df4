export { ticketFileRights } from './file-rights.ts'
export { countAnswers, countForOperator, countToAnswer } from './queue.store.ts'
export { ticketRoutes } from './routes.ts'
