export { LetBackDialog } from './let-back-dialog.tsx'
