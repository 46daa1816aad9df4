export { channelsQuery } from './queries.ts'
export { channelPages, channelsRoute } from './routes.tsx'
