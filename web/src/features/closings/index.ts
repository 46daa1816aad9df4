export { ClosingPart } from './closing-part.tsx'
export { closingsRoute } from './routes.tsx'
