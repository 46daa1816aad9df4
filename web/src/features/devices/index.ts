export { deviceName } from './device-name.ts'
export { devicesRoute } from './routes.tsx'
