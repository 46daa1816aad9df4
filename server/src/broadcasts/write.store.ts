import type { AccountId, Audience, BroadcastId, OrganizationId, PostId, WebinarId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type Plan = {
  readonly title: string
  readonly about: string
  readonly audience: Audience
  readonly takesQuestions: boolean
  readonly hasChat: boolean
  readonly plannedAt: Date
}

const columnsOf = ({ title, about, audience, takesQuestions, hasChat, plannedAt }: Plan) => ({
  title,
  about,
  audience: audience.kind,
  group_ids: audience.groupIds,
  takes_questions: takesQuestions,
  has_chat: hasChat,
  planned_at: plannedAt,
})

type Place = { readonly id: BroadcastId; readonly organizationId: OrganizationId; readonly hostId: AccountId }

/** False where the id is taken. */
export async function insertBroadcast(tx: Tx, { id, organizationId, hostId }: Place, plan: Plan): Promise<boolean> {
  const made = await tx
    .insertInto('broadcast')
    .values({ id, organization_id: organizationId, host_id: hostId, ...columnsOf(plan) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Another time is reminded of anew. */
export async function updatePlan(tx: Tx, id: BroadcastId, plan: Plan): Promise<void> {
  await tx
    .updateTable('broadcast')
    .where('id', '=', id)
    .set((eb) => ({
      ...columnsOf(plan),
      rev: eb('rev', '+', 1),
      reminded_at: eb.case().when('planned_at', '=', plan.plannedAt).then(eb.ref('reminded_at')).else(null).end(),
    }))
    .execute()
}

type Held = Pick<Plan, 'title' | 'about' | 'plannedAt'>

/** Nobody goes on air while its webinar is changed or called off, and whoever just has is seen. */
export async function lockOfWebinar(tx: Tx, webinarId: WebinarId): Promise<void> {
  await tx.selectFrom('broadcast').where('webinar_id', '=', webinarId).select('id').forUpdate().execute()
}

/** Of a webinar; planned anew where nobody began it in time and the webinar has another time now. */
export async function upsertOfWebinar(
  tx: Tx,
  { id, webinarId, hostId }: { readonly id: BroadcastId; readonly webinarId: WebinarId; readonly hostId: AccountId },
  { title, about, plannedAt }: Held,
): Promise<void> {
  const plan = { title, about, planned_at: plannedAt }
  await tx
    .insertInto('broadcast')
    .values({ id, webinar_id: webinarId, host_id: hostId, audience: 'all', ...plan })
    .onConflict((conflict) =>
      conflict
        .column('webinar_id')
        .doUpdateSet((eb) => ({ ...plan, state: 'planned', rev: eb('broadcast.rev', '+', 1) })),
    )
    .execute()
}

export async function cancelOfWebinar(tx: Tx, webinarId: WebinarId): Promise<void> {
  await tx
    .updateTable('broadcast')
    .where('webinar_id', '=', webinarId)
    .where('state', '=', 'planned')
    .set({ state: 'cancelled' })
    .execute()
}

export async function updateAnnounced(tx: Tx, id: BroadcastId, postId: PostId): Promise<void> {
  await tx.updateTable('broadcast').where('id', '=', id).set({ post_id: postId }).execute()
}

export async function updateReminded(tx: Tx, id: BroadcastId, at: Date): Promise<void> {
  await tx.updateTable('broadcast').where('id', '=', id).set({ reminded_at: at }).execute()
}

export type Words = {
  readonly organizationId: OrganizationId | null
  readonly organization: string
  readonly timeZone: string
  readonly title: string
  readonly about: string
  readonly state: 'planned' | 'live' | 'ended' | 'cancelled'
  readonly plannedAt: Date
  readonly remindedAt: Date | null
  readonly postId: PostId | null
}

/** What letters and announcements say of it. */
export async function findWords(db: Db, id: BroadcastId): Promise<Words | undefined> {
  const [row] = await runSql<Words>(
    db,
    `select b.organization_id as "organizationId", coalesce(o.short_name, '') as organization,
       coalesce(o.time_zone, w.time_zone) as "timeZone", b.title, b.about, b.state, b.planned_at as "plannedAt", b.reminded_at as "remindedAt", b.post_id as "postId"
     from broadcast b
     left join organization o on o.id = b.organization_id
     left join webinar w on w.id = b.webinar_id
     where b.id = $1`,
    [id],
  )
  return row
}

/** Once to each address, though two of a family share it. */
export async function listAddresses(db: Db, id: BroadcastId): Promise<string[]> {
  const rows = await runSql<{ email: string }>(
    db,
    `select distinct a.email from broadcast_viewer v join account a on a.id = v.account_id
     where v.broadcast_id = $1 and a.email is not null order by a.email`,
    [id],
  )
  return rows.map(({ email }) => email)
}
