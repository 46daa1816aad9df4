export { ticketFileRights } from './file-rights.ts'
export { takeLetter } from './take-letter.ts'
export { countAnswers, countForOperator, countToAnswer } from './queue.store.ts'
export { ticketRoutes } from './routes.ts'
