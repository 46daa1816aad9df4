import type { Chat, ChatId, Message } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Suspense, useEffect, useMemo, useState } from 'react'
import { CallBanner } from '#features/calls/index.ts'
import type { Place } from './place.ts'
import { chatsQuery, chatTitle, peopleQuery, useChat } from '#features/chats/index.ts'
import { DetailsPanel } from '#features/members/index.ts'
import { FORMER, useCurrentOrganization } from '#lib/current-organization.ts'
import { useMe } from '#lib/me.ts'
import { EmptyState, ErrorState } from '#ui/states.tsx'
import { ChatHeader } from './chat-header.tsx'
import { Composer } from './composer.tsx'
import { isProblem } from '#lib/api.ts'
import { trimHeld } from './kept-chats.ts'
import { MessageMenu, type MenuTarget } from './message-menu.tsx'
import { useReact, useVote } from './mutations.ts'
import { messagesQuery } from './queries.ts'
import { t } from './texts.ts'
import { Thread, ThreadSkeleton } from './thread.tsx'
import type { ThreadContext } from './thread-context.ts'
import classes from './thread.module.css'
import { useComposing } from './use-composing.ts'

const route = getRouteApi('/account/chats/$chatId')

export function ChatPage() {
  const { chatId } = route.useParams()
  const chat = useChat(chatId)
  const list = useQuery(chatsQuery())
  const isKnown = list.data !== undefined && !list.isFetching
  if (chat) return <OpenChat key={chatId} chat={chat} />
  if (isKnown || list.isError) return <ChatGone />
  return <ThreadSkeleton />
}

function ChatGone() {
  return (
    <EmptyState
      title={t('thread.gone.title')}
      text={t('thread.gone.text')}
      action={
        <Button component={Link} to="/chats" variant="light">
          {t('thread.gone.back')}
        </Button>
      }
    />
  )
}

function OpenChat({ chat }: { chat: Chat }) {
  const { details, at } = route.useSearch()
  const navigate = route.useNavigate()
  const [menu, setMenu] = useState<MenuTarget | null>(null)
  const composing = useComposing(chat.id)
  const context = useThreadContext(chat, composing.reply, setMenu)
  const showDetails = (isShown: boolean) => void navigate({ search: isShown ? { details: true } : {} })
  useTrimming(chat.id)
  useBeingThere(chat)

  return (
    <div className={classes.page} data-details={(details && chat.kind !== 'saved') || undefined}>
      <section className={classes.conversation} aria-label={chat.title}>
        <ChatHeader chat={chat} isDetailed={details ?? false} onDetails={() => showDetails(!details)} />
        <CallBanner chat={chat} title={chatTitle(chat)} />
        <Conversation chat={chat} context={context} at={at} />
        <Composer chat={chat} composing={composing} />
      </section>
      {details && chat.kind !== 'saved' && (
        <div className={classes.details}>
          <Suspense>
            <DetailsPanel chat={chat} onClose={() => showDetails(false)} />
          </Suspense>
        </div>
      )}
      <MessageMenu target={menu} context={context} onEdit={composing.edit} onClose={() => setMenu(null)} />
    </div>
  )
}

type Context = ReturnType<typeof useThreadContext>

function Conversation({ chat, context, at }: { chat: Chat; context: Context; at: Place | undefined }) {
  const query = useQuery(messagesQuery(chat.id))
  if (query.data) return <Thread state={query.data} context={context} at={at} />
  if (query.isPending) return <ThreadSkeleton />
  if (isProblem(query.error, 'not-found')) return <ChatGone />
  return (
    <div className={classes.thread}>
      <ErrorState
        title={t('thread.error.title')}
        text={t('thread.error.text')}
        retry={t('thread.error.retry')}
        onRetry={() => void query.refetch()}
      />
    </div>
  )
}

function useThreadContext(
  chat: Chat,
  reply: (message: Message) => void,
  setMenu: (target: MenuTarget) => void,
): Omit<ThreadContext, 'find' | 'goTo'> {
  const { accountId: me } = useMe()
  const people = useQuery(peopleQuery(chat.id)).data
  const { mutate: react } = useReact(me)
  const { mutate: vote } = useVote()
  return useMemo(
    () => ({
      chat,
      me,
      people,
      reply,
      openMenu: (message, at) => setMenu({ message, ...at }),
      react: (message, emoji, isOn) => react({ message, emoji, isOn }),
      vote: (message, options) => vote({ message, options }),
    }),
    [chat, me, people, reply, setMenu, react, vote],
  )
}

/** A chat opened by its address takes one to where it belongs. */
function useBeingThere({ organizationId }: Chat): void {
  const { all, isHere, choose } = useCurrentOrganization()
  useEffect(() => {
    if (organizationId === null || isHere(organizationId)) return
    choose(all.some(({ id }) => id === organizationId) ? organizationId : FORMER)
    // oxlint-disable-next-line react/exhaustive-deps -- by the address, once: choosing another one leads away
  }, [organizationId])
}

/** A long history read through is let go when the chat is left. */
function useTrimming(chatId: ChatId): void {
  const client = useQueryClient()
  useEffect(() => () => trimHeld(client, chatId), [client, chatId])
}
