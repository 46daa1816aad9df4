import type { AccountId, ChatId } from '@kolosok/contract'
import type { Db } from '#platform/db.ts'
import type { MemberFacts } from './policy.ts'
import { loadRoster, type Roster } from './roster.store.ts'

const MAX_HELD = 20_000

export function factsFor(roster: Roster, accountId: AccountId): MemberFacts {
  const { kind, state, boundTo, whoMayWrite, mayMembersCall, ownerId } = roster
  const member = roster.members.get(accountId)
  const { role: chatRole, isStaff, hasEntered } = member ?? { role: 'none', isStaff: false, hasEntered: false }
  return {
    kind,
    state,
    boundTo,
    whoMayWrite,
    mayMembersCall,
    chatRole,
    isStaff,
    hasEntered,
    isOwner: ownerId === accountId,
  }
}

export type Rosters = ReturnType<typeof createRosters>

/** Rosters in memory. One held may be old: its version decides, under the chat's lock or by the event's. */
export function createRosters(db: Db) {
  const held = new Map<ChatId, Roster>()
  const loading = new Map<ChatId, Promise<Roster | undefined>>()

  async function load(chatId: ChatId): Promise<Roster | undefined> {
    const roster = await loadRoster(db, chatId).finally(() => loading.delete(chatId))
    if (held.size >= MAX_HELD) held.clear()
    if (roster) held.set(chatId, roster)
    return roster
  }

  return {
    get: (chatId: ChatId): Roster | undefined => held.get(chatId),

    async atLeast(chatId: ChatId, version: number): Promise<Roster | undefined> {
      let roster = held.get(chatId)
      // A load that was already under way may have begun too early: then once more.
      while (!roster || roster.version < version) {
        const pending = loading.get(chatId) ?? load(chatId)
        loading.set(chatId, pending)
        roster = await pending
        if (!roster) return undefined
      }
      return roster
    },
  }
}
