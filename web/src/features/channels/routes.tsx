import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'

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
    // What was looked for, from the search over everything.
    validateSearch: textsOf('q'),
    component: lazyRouteComponent(pages, 'ChannelPage'),
  }),
] as const
