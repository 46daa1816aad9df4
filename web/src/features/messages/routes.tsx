import type { ChatId } from '@kolosok/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { chatsRoute } from '#features/chats/index.ts'

export const chatRoute = createRoute({
  getParentRoute: () => chatsRoute,
  path: '$chatId',
  params: { parse: ({ chatId }) => ({ chatId: chatId as ChatId }), stringify: ({ chatId }) => ({ chatId }) },
  validateSearch: ({ details }: { details?: unknown }): { details?: true } => (details === true ? { details } : {}),
  component: lazyRouteComponent(() => import('./chat-page.tsx'), 'ChatPage'),
})
