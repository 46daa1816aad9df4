import type { AccountId, ChatId } from '@kolosok/contract'
import { useSyncExternalStore } from 'react'

const SHOWN_MS = 5_000

const typing = new Map<ChatId, readonly AccountId[]>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const listeners = new Set<() => void>()
const nobody: readonly AccountId[] = []

function set(chatId: ChatId, accountIds: readonly AccountId[]): void {
  typing.set(chatId, accountIds)
  for (const listener of listeners) listener()
}

function without(chatId: ChatId, accountId: AccountId): AccountId[] {
  return (typing.get(chatId) ?? nobody).filter((id) => id !== accountId)
}

/** Shown for some seconds, again with every further frame. */
export function showTyping(chatId: ChatId, accountId: AccountId): void {
  const key = `${chatId} ${accountId}`
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => {
      hideTyping(chatId, accountId)
    }, SHOWN_MS),
  )
  if (!typing.get(chatId)?.includes(accountId)) set(chatId, [...(typing.get(chatId) ?? nobody), accountId])
}

/** Whoever has sent is not typing any more. */
export function hideTyping(chatId: ChatId, accountId: AccountId): void {
  if (!typing.get(chatId)?.includes(accountId)) return
  clearTimeout(timers.get(`${chatId} ${accountId}`))
  set(chatId, without(chatId, accountId))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTyping(chatId: ChatId): readonly AccountId[] {
  return useSyncExternalStore(subscribe, () => typing.get(chatId) ?? nobody)
}
