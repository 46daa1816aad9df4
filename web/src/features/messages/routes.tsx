import type { ChatId } from '@kolosok/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { chatsRoute } from '#features/chats/index.ts'
import { isPlace, type Place } from './place.ts'

type Search = { details?: true; at?: Place }

export const chatRoute = createRoute({
  getParentRoute: () => chatsRoute,
  path: '$chatId',
  params: { parse: ({ chatId }) => ({ chatId: chatId as ChatId }), stringify: ({ chatId }) => ({ chatId }) },
  validateSearch: ({ details, at }: { details?: unknown; at?: unknown }): Search => ({
    ...(details === true && { details }),
    ...(isPlace(at) && { at }),
  }),
  component: lazyRouteComponent(() => import('./chat-page.tsx'), 'ChatPage'),
})
