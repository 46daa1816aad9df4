import { createRoute } from '@tanstack/react-router'
import { accountRoute } from '#lib/routes.ts'
import { textsOf } from '#lib/search-params.ts'
import { ChatsLayout } from './chats-layout.tsx'
import { NoChatChosen } from './no-chat-chosen.tsx'

/** The list stays while chats change beside it; not lazy, since it is what everybody starts with. */
export const chatsRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/chats',
  validateSearch: textsOf('search'),
  component: ChatsLayout,
})

export const chatsIndexRoute = createRoute({ getParentRoute: () => chatsRoute, path: '/', component: NoChatChosen })
