export { LetBackButton } from './let-back-button.tsx'
