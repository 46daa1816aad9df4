import type { AccountId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

/** What a room at LiveKit belongs to: each keeps the stays in its own `…_visit`, under the room's name. */
export type RoomOwner = 'call' | 'broadcast'

export type Visit = { readonly sid: string; readonly accountId: AccountId; readonly joinedAt: Date }

export type Stay = { readonly accountId: AccountId; readonly joinedAt: Date; readonly leftAt: Date | null }

/** Attendance in the rooms of one kind: who was there, from when to when. */
export function createVisits(owner: RoomOwner) {
  const [table, room] = [`${owner}_visit`, `${owner}_id`]
  return {
    /** News may come twice, and in the wrong order: a stay that has ended stays ended. */
    async insert(tx: Tx, id: string, visits: readonly Visit[], leftAt: Date | null = null): Promise<void> {
      if (visits.length === 0) return
      await runSql(
        tx,
        `insert into ${table} (${room}, participant_sid, account_id, joined_at, left_at)
         select $1, sid, account_id, joined_at, case when $5::timestamptz is null then null else greatest(joined_at, $5) end
         from unnest($2::text[], $3::uuid[], $4::timestamptz[]) v (sid, account_id, joined_at)
         on conflict do nothing`,
        [
          id,
          visits.map(({ sid }) => sid),
          visits.map((one) => one.accountId),
          visits.map((one) => one.joinedAt),
          leftAt,
        ],
      )
    },

    /** False when this stay was never heard of. */
    async end(tx: Tx, id: string, sid: string, at: Date): Promise<boolean> {
      const ended = await runSql(
        tx,
        `update ${table} set left_at = coalesce(left_at, greatest(joined_at, $3))
         where ${room} = $1 and participant_sid = $2 returning 1`,
        [id, sid, at],
      )
      return ended.length > 0
    },

    /** Ends the open stays of one person, or of everybody. */
    async endAll(tx: Tx, id: string, at: Date, accountId?: AccountId): Promise<void> {
      await runSql(
        tx,
        `update ${table} set left_at = greatest(joined_at, $2)
         where ${room} = $1 and left_at is null and ($3::uuid is null or account_id = $3)`,
        [id, at, accountId ?? null],
      )
    },

    /**
     * Ends stays that LiveKit doesn't know any more: its news of their end was lost. When exactly is unknown; they
     * were still there when we last asked.
     */
    async endLost(
      tx: Tx,
      id: string,
      { presentSids, recordedBefore }: { presentSids: readonly string[]; recordedBefore: Date },
    ): Promise<void> {
      await runSql(
        tx,
        `update ${table} set left_at = greatest(joined_at, coalesce(owner.checked_at, joined_at))
         from ${owner} owner
         where owner.id = ${room} and ${room} = $1 and left_at is null
           and participant_sid <> all($2::text[]) and recorded_at < $3`,
        [id, presentSids, recordedBefore],
      )
    },

    async findLastLeft(db: Db, id: string): Promise<Date | undefined> {
      const [row] = await runSql<{ at: Date | null }>(
        db,
        `select max(left_at) as at from ${table} where ${room} = $1`,
        [id],
      )
      return row?.at ?? undefined
    },
  }
}
