export { letterInTasks } from './list.ts'
export { listenForLetters } from './listen.ts'
export { letterInRoutes } from './routes.ts'
