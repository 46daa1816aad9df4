export { choiceOf } from './choice.ts'
