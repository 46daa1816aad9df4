import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute } from '#lib/routes.ts'

const pages = () => import('./pages.ts')

export const channelsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/channels',
  component: lazyRouteComponent(pages, 'ChannelsLayout'),
})

export const channelPages = [
  createRoute({
    getParentRoute: () => channelsRoute,
    path: '/proposals',
    component: lazyRouteComponent(pages, 'ProposalsPage'),
  }),
  createRoute({
    getParentRoute: () => channelsRoute,
    path: '/$channelId',
    component: lazyRouteComponent(pages, 'ChannelPage'),
  }),
] as const
