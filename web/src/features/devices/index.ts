export { devicesRoute } from './routes.tsx'
