import type { CallId, Chat, ChatId } from '@kolosok/contract'
import { useSyncExternalStore } from 'react'

/** What somebody set out to do: the screen begins with the devices, or goes straight in when answering. */
export type CallIntent = {
  readonly chatId: ChatId
  readonly chatKind: Chat['kind']
  readonly title: string
  /** Null: there is none yet, it is to be started. */
  readonly callId: CallId | null
  readonly entry: 'check' | 'audio' | 'video'
}

/** `screen` tells one call's screen from the next one's: a call gets its id only while its screen is up. */
type CurrentCall = CallIntent & { readonly screen: number }

let current: CurrentCall | null = null
let screens = 0
const listeners = new Set<() => void>()

/** One call at a time on this device. Asked for another, the screen stays with the one it has. */
export function openCall(intent: CallIntent): void {
  if (!current) switchCall(intent)
}

/** This call instead of the one that is open. */
export function switchCall(intent: CallIntent): void {
  screens += 1
  current = { ...intent, screen: screens }
  tell()
}

/** The call that was to be started has an id now. */
export function nameCall(callId: CallId): void {
  if (!current) return
  current = { ...current, callId }
  tell()
}

export function closeCall(): void {
  current = null
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useCurrentCall(): CurrentCall | null {
  return useSyncExternalStore(subscribe, () => current)
}
