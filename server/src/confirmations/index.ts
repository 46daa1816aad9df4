export { mayUnconfirm } from './policy.ts'
export { countToDecide } from './waiting.store.ts'
export { confirmationRoutes } from './routes.ts'
export { confirmationTasks, remindOfConfirmations } from './remind.ts'
