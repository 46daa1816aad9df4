export { chatRegisterRoute } from './routes.tsx'
