export { channelPages, channelsRoute } from './routes.tsx'
