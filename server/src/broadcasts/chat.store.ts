import { type AccountId, BROADCAST_CHAT_PAGE, type BroadcastId, type BroadcastMessageId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type MessageRow = {
  readonly id: BroadcastMessageId
  readonly broadcastId: BroadcastId
  readonly seq: number
  readonly accountId: AccountId
  readonly name: string
  readonly label: string
  readonly text: string
  readonly saidAt: Date
  readonly removedAt: Date | null
  readonly isMuted: boolean
}

const MESSAGES = `
  select c.id, c.broadcast_id as "broadcastId", c.seq, c.account_id as "accountId", coalesce(n.name, '') as name,
    coalesce(n.label, '') as label, c.text, c.said_at as "saidAt", c.removed_at as "removedAt",
    p.muted_at is not null as "isMuted"
  from broadcast_message c
  left join broadcast_person p on p.broadcast_id = c.broadcast_id and p.account_id = c.account_id
  left join lateral broadcast_names(c.broadcast_id, c.account_id) n on true`

/** The newest first, one more than a page. */
export const listMessages = (db: Db, id: BroadcastId, before: number | null): Promise<MessageRow[]> =>
  runSql<MessageRow>(
    db,
    `${MESSAGES} where c.broadcast_id = $1 and c.removed_at is null and ($2::integer is null or c.seq < $2)
     order by c.seq desc limit ${String(BROADCAST_CHAT_PAGE + 1)}`,
    [id, before],
  )

/** One with so many on each side; it itself also removed. */
export const listMessagesAround = (db: Db, id: BroadcastId, seq: number, neighbours: number): Promise<MessageRow[]> =>
  runSql<MessageRow>(
    db,
    `${MESSAGES} where c.broadcast_id = $1 and (c.seq = $2
       or c.id in (select id from broadcast_message where broadcast_id = $1 and seq < $2 and removed_at is null
         order by seq desc limit $3)
       or c.id in (select id from broadcast_message where broadcast_id = $1 and seq > $2 and removed_at is null
         order by seq limit $3))
     order by c.seq`,
    [id, seq, neighbours],
  )

export async function findMessage(db: Db, id: BroadcastMessageId): Promise<MessageRow | undefined> {
  const [row] = await runSql<MessageRow>(db, `${MESSAGES} where c.id = $1`, [id])
  return row
}

export async function getChatRev(db: Db, id: BroadcastId): Promise<number> {
  const row = await db.selectFrom('broadcast').where('id', '=', id).select('chat_rev').executeTakeFirst()
  return row?.chat_rev ?? 0
}

/** Under the broadcast's lock: the next place, and the next that screens must hear. */
export async function takeChatRev(tx: Tx, id: BroadcastId): Promise<number> {
  const { chat_rev: rev } = await tx
    .updateTable('broadcast')
    .where('id', '=', id)
    .set((eb) => ({ chat_rev: eb('chat_rev', '+', 1) }))
    .returning('chat_rev')
    .executeTakeFirstOrThrow()
  return rev
}

type NewMessage = Pick<MessageRow, 'id' | 'broadcastId' | 'seq' | 'accountId' | 'text' | 'saidAt'>

/** False where the id is taken. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<boolean> {
  const { id, broadcastId, seq, accountId, text, saidAt } = message
  const made = await tx
    .insertInto('broadcast_message')
    .values({ id, broadcast_id: broadcastId, seq, account_id: accountId, text, said_at: saidAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateRemoved(tx: Tx, id: BroadcastMessageId, at: Date): Promise<void> {
  await tx.updateTable('broadcast_message').where('id', '=', id).set({ text: '', removed_at: at }).execute()
}

/** False where it is so already. */
export async function upsertMuted(tx: Tx, id: BroadcastId, accountId: AccountId, at: Date | null): Promise<boolean> {
  const changed = await runSql(
    tx,
    `insert into broadcast_person as p (broadcast_id, account_id, muted_at) values ($1, $2, $3)
     on conflict (broadcast_id, account_id) do update set muted_at = $3
     where (p.muted_at is null) <> ($3::timestamptz is null) returning account_id`,
    [id, accountId, at],
  )
  return changed.length > 0
}

/** Who plans it at the same moment hears that it has changed. */
export async function updateHasChat(tx: Tx, id: BroadcastId, isOn: boolean): Promise<void> {
  await tx
    .updateTable('broadcast')
    .where('id', '=', id)
    .set((eb) => ({ has_chat: isOn, rev: eb('rev', '+', 1) }))
    .execute()
}

/** Of broadcasts that ended before this. */
const OLD = `from broadcast_message where broadcast_id in (select id from broadcast where ended_at < $1)`

export async function countOldMessages(db: Db, before: Date): Promise<number> {
  const [row] = await runSql<{ count: number }>(db, `select count(*)::int as count ${OLD}`, [before])
  return row?.count ?? 0
}

export async function deleteOldMessages(db: Db, before: Date): Promise<void> {
  await runSql(db, `delete ${OLD}`, [before])
}
