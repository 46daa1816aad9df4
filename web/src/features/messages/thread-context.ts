import type { AccountId, Chat, Emoji, Message, MessageId, Person } from '@kolosok/contract'
import { createContext, use } from 'react'

/** What every message of a thread needs to know, and what it can ask for. */
export type ThreadContext = {
  readonly chat: Chat
  readonly me: AccountId
  readonly people: Readonly<Record<string, Person>>
  readonly find: (id: MessageId) => Message | undefined
  readonly openMenu: (message: Message, at: { readonly x: number; readonly y: number }) => void
  readonly react: (message: Message, emoji: Emoji, isOn: boolean) => void
  readonly vote: (message: Message, options: number[]) => void
  readonly reply: (message: Message) => void
  readonly goTo: (id: MessageId, seq: number) => void
}

const context = createContext<ThreadContext | null>(null)
export const ThreadProvider = context.Provider

export function useThread(): ThreadContext {
  const value = use(context)
  if (!value) throw new Error('Only inside a thread')
  return value
}
