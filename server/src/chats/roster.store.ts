import type { AccountId, ChatId, MembershipId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import type { MemberFacts } from './policy.ts'

type RosterMember = {
  readonly role: 'member' | 'moderator'
  readonly isStaff: boolean
  readonly hasEntered: boolean
  readonly membershipId: MembershipId | null
  readonly visibleFromSeq: number
  readonly joinedRev: number
}

/** All that verdicts about a chat's members follow from, as it was at `version` (`chat.audience_version`). */
export type Roster = Omit<MemberFacts, 'chatRole' | 'isStaff' | 'hasEntered' | 'isOwner'> & {
  readonly ownerId: AccountId | null
  readonly version: number
  readonly members: ReadonlyMap<AccountId, RosterMember>
  /** The highest `visibleFromSeq`: a message from there on is everybody's to see. */
  readonly cutOff: number
}

// Arrays in one row: a thousand members as rows would cost ten times as much. Moderator, staff and entered
// travel as the bits of one number.
const LOAD = `
  select chat.kind, chat.state, bound_to as "boundTo", who_may_write as "whoMayWrite",
    may_members_call as "mayMembersCall", owner_id as "ownerId",
    audience_version as version, m.*
  from chat, lateral (
    select coalesce(array_agg(account_id::text order by account_id), '{}') as "accountIds",
      coalesce(array_agg(membership_id::text order by account_id), '{}') as "membershipIds",
      coalesce(array_agg((role = 'moderator')::int + 2 * is_staff::int + 4 * has_entered::int
        order by account_id), '{}') as bits,
      coalesce(array_agg(visible_from_seq order by account_id), '{}') as "visibleFrom",
      coalesce(array_agg(joined_rev order by account_id), '{}') as "joinedRevs"
    from chat_member where chat_id = $1) m
  where chat.id = $1`

type Row = Omit<Roster, 'members' | 'cutOff'> & {
  accountIds: AccountId[]
  membershipIds: (MembershipId | null)[]
  bits: number[]
  visibleFrom: number[]
  joinedRevs: number[]
}

export async function loadRoster(db: Db, chatId: ChatId): Promise<Roster | undefined> {
  const [row] = await runSql<Row>(db, LOAD, [chatId])
  if (!row) return undefined
  const { accountIds, membershipIds, bits, visibleFrom, joinedRevs, ...facts } = row
  const members = new Map(accountIds.map((id, i) => [id, member(i)]))
  function member(i: number): RosterMember {
    const bit = bits[i] ?? 0
    return {
      role: bit & 1 ? 'moderator' : 'member',
      isStaff: (bit & 2) > 0,
      hasEntered: (bit & 4) > 0,
      membershipId: membershipIds[i] ?? null,
      visibleFromSeq: visibleFrom[i] ?? 1,
      joinedRev: joinedRevs[i] ?? 0,
    }
  }
  return { ...facts, members, cutOff: visibleFrom.reduce((a, b) => Math.max(a, b), 1) }
}
