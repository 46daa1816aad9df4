import type { BroadcastId, BroadcastNews, OrganizationId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export async function updateStarted(tx: Tx, id: BroadcastId, at: Date): Promise<void> {
  await tx
    .updateTable('broadcast')
    .where('id', '=', id)
    .set({ state: 'live', started_at: at, idle_since: at })
    .execute()
}

export async function updateEnded(tx: Tx, id: BroadcastId, at: Date): Promise<void> {
  // Whoever ended it before anybody saw it began may carry a clock that stands still.
  await runSql(tx, `update broadcast set state = 'ended', ended_at = greatest(started_at, $2) where id = $1`, [id, at])
  await runSql(
    tx,
    `update broadcast_question set state = 'answered', decided_at = $2 where broadcast_id = $1 and state = 'shown'`,
    [id, at],
  )
}

export async function updateCancelled(tx: Tx, id: BroadcastId): Promise<void> {
  await tx.updateTable('broadcast').where('id', '=', id).set({ state: 'cancelled' }).execute()
}

/** After somebody came or went: is anybody on the stage, and were there ever more who looked on? */
export async function updateWhoIsIn(tx: Tx, id: BroadcastId, now: Date): Promise<void> {
  await runSql(
    tx,
    `with here as (
       select count(distinct v.account_id) filter (where p.stage = 'on') as speakers,
         count(distinct v.account_id) filter (where p.stage is distinct from 'on')::int as viewers
       from broadcast_visit v
       left join broadcast_person p on p.broadcast_id = v.broadcast_id and p.account_id = v.account_id
       where v.broadcast_id = $1 and v.left_at is null)
     update broadcast set peak = greatest(peak, here.viewers),
       idle_since = case when here.speakers > 0 then null else coalesce(idle_since, $2) end
     from here where id = $1`,
    [id, now],
  )
}

export async function updateChecked(tx: Tx, id: BroadcastId, at: Date): Promise<void> {
  await tx.updateTable('broadcast').where('id', '=', id).set({ checked_at: at }).execute()
}

export type Stages = {
  readonly id: BroadcastId
  readonly state: 'planned' | 'live' | 'ended' | 'cancelled'
  readonly plannedAt: Date
  readonly idleSince: Date | null
}

export async function findStages(db: Db, id: BroadcastId): Promise<Stages | undefined> {
  return db
    .selectFrom('broadcast')
    .where('id', '=', id)
    .select(['id', 'state', 'planned_at as plannedAt', 'idle_since as idleSince'])
    .executeTakeFirst()
}

type Due = { readonly plannedBefore: Date; readonly checkedBefore: Date }

/** Those the keeper has to look at: on, and not compared with LiveKit lately; or never begun. */
export function listDue(db: Db, due: Due): Promise<Stages[]> {
  return runSql<Stages>(
    db,
    `select id, state, planned_at as "plannedAt", idle_since as "idleSince" from broadcast
     where state in ('planned', 'live')
       and (state = 'planned' and planned_at <= $1 or state = 'live' and coalesce(checked_at, started_at) <= $2)
     order by state, planned_at`,
    [due.plannedBefore, due.checkedBefore],
  )
}

/** What everybody in the room is told. */
export async function findNews(db: Db, id: BroadcastId): Promise<BroadcastNews> {
  const [row] = await runSql<BroadcastNews>(
    db,
    `select (select count(distinct v.account_id)::int from broadcast_visit v
         left join broadcast_person p on p.broadcast_id = v.broadcast_id and p.account_id = v.account_id
         where v.broadcast_id = $1 and v.left_at is null and p.stage is distinct from 'on') as viewers,
       (select jsonb_build_object('id', q.id, 'text', q.text) from broadcast_question q
         where q.broadcast_id = $1 and q.state = 'shown') as question,
       (select has_chat from broadcast where id = $1) as "hasChat",
       exists (select from recording r where r.room = $1 and r.state = 'recording') as "isRecorded"`,
    [id],
  )
  return row ?? { viewers: 0, question: null, hasChat: false, isRecorded: false }
}

/** On now, or to come. */
export function listUnfinished(db: Db, organizationId: OrganizationId): Promise<Pick<Stages, 'id' | 'state'>[]> {
  return db
    .selectFrom('broadcast')
    .where('organization_id', '=', organizationId)
    .where('state', 'in', ['planned', 'live'])
    .orderBy('id')
    .select(['id', 'state'])
    .execute()
}
