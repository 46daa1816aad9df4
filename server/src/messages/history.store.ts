import type { AccountId, ChatId, MembershipId, OrganizationId, Person } from '@kolosok/contract'
import { anyOf, type Db, runSql } from '#platform/db.ts'
import { MESSAGE_COLUMNS, type StoredMessage } from './store.ts'

/** Messages of a chat as they were at `rev`, and the version of the audience they are for. */
export type Snapshot = {
  readonly rev: number
  readonly floorRev: number
  readonly audienceVersion: number
  readonly organizationId: OrganizationId | null
  /** From where on the reader sees, and since which revision they are here. */
  readonly visibleFromSeq: number
  readonly joinedRev: number
  readonly messages: StoredMessage[]
}

// One statement, one snapshot: whoever was removed before it gets nothing, and `rev` fits the messages. The cut-off
// is a coalesced number rather than an `or`, which could not use its index.
const snapshot = (messages: string) => `
  select chat.rev as "chatRev", chat.floor_rev as "floorRev", chat.audience_version as "audienceVersion",
    chat.organization_id as "organizationId", coalesce(me.visible_from_seq, 1) as "visibleFromSeq",
    coalesce(me.joined_rev, 0) as "joinedRev", ${MESSAGE_COLUMNS}
  from chat left join chat_member me on me.chat_id = chat.id and me.account_id = $2
  left join lateral (
    select * from message where chat_id = chat.id and ${messages}) m on true
  where chat.id = $1 and ($2::uuid is null or me.account_id is not null)`

const PAGE = `${snapshot('seq < $3 and seq >= coalesce(me.visible_from_seq, 1) order by seq desc limit $4')} order by m.seq`
const SINCE = `${snapshot('rev > $3 and seq >= coalesce(me.visible_from_seq, 1) order by rev limit $4')} order by m.rev`

/** `null` reads for the server itself. */
type Reader = AccountId | null

export async function findPage(
  db: Db,
  reader: Reader,
  page: { chatId: ChatId; before: number; limit: number },
): Promise<Snapshot | undefined> {
  return find(db, PAGE, [page.chatId, reader, page.before, page.limit])
}

export async function findSince(
  db: Db,
  reader: Reader,
  query: { chatId: ChatId; since: number; limit: number },
): Promise<Snapshot | undefined> {
  return find(db, SINCE, [query.chatId, reader, query.since, query.limit])
}

type Row = StoredMessage & Omit<Snapshot, 'rev' | 'messages'> & { chatRev: number }

async function find(db: Db, statement: string, values: unknown[]): Promise<Snapshot | undefined> {
  const rows = await runSql<Row>(db, statement, values)
  const [first] = rows
  if (!first) return undefined
  const messages = rows.map(
    ({ chatRev, floorRev, audienceVersion, organizationId, visibleFromSeq, joinedRev, ...message }) => message,
  )
  const { floorRev, audienceVersion, organizationId, visibleFromSeq, joinedRev } = first
  const isEmpty = (first.id as unknown) === null // A chat without such messages is one row of nulls.
  return {
    rev: first.chatRev,
    floorRev,
    audienceVersion,
    organizationId,
    visibleFromSeq,
    joinedRev,
    messages: isEmpty ? [] : messages,
  }
}

type Named = {
  readonly organizationId: OrganizationId | null
  readonly membershipIds: readonly MembershipId[]
  readonly accountIds: readonly AccountId[]
}

/** Authors by the membership they spoke as, others by all they have in the organization; those who left included. */
export async function listPeople(db: Db, { organizationId, membershipIds, accountIds }: Named): Promise<Person[]> {
  if (organizationId === null || membershipIds.length + accountIds.length === 0) return []
  return db
    .selectFrom('person')
    .where('organization_id', '=', organizationId)
    .where((eb) => eb.or([eb('membership_id', '=', anyOf(membershipIds)), eb('account_id', '=', anyOf(accountIds))]))
    .select([
      'account_id as accountId',
      'membership_id as membershipId',
      'role',
      'name',
      'label',
      'is_confirmed as isConfirmed',
    ])
    .execute()
}
