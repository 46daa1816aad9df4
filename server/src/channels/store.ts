import type { AccountId, Audience, AudienceKind, ChannelId, GroupId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { InOrganization, OrganizationRole } from '#organizations/index.ts'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type ChannelRow = InOrganization & {
  readonly id: ChannelId
  readonly organizationId: OrganizationId
  readonly title: string
  readonly audience: AudienceKind
  readonly groupIds: GroupId[]
  readonly isClosed: boolean
  readonly hasComments: boolean
  readonly lastSeq: number
  readonly roles: OrganizationRole[]
  readonly isReader: boolean
  readonly isMuted: boolean
  readonly readSeq: number
  readonly unread: number
  readonly lastText: string | null
  readonly lastAt: Date | null
}

/** Unread is what came since the reader belongs here: nobody begins with the posts of years. */
const CHANNELS = `
  select c.id, c.organization_id as "organizationId", c.title, c.audience, c.group_ids as "groupIds",
    c.closed_at is not null as "isClosed", c.has_comments as "hasComments", c.last_seq as "lastSeq",
    organization_roles(c.organization_id, $1) as roles, o.closed_at is not null as "isOrganizationClosed",
    reader.since is not null as "isReader",
    coalesce(p.is_muted, false) as "isMuted", coalesce(p.read_seq, 0) as "readSeq",
    (select count(*)::int from post
      where post.channel_id = c.id and post.state = 'published' and post.seq > coalesce(p.read_seq, 0)
        and post.published_at >= reader.since) as unread,
    newest.text as "lastText", newest.published_at as "lastAt"
  from channel c
  join organization o on o.id = c.organization_id
  cross join lateral (
    select min(r.since) as since from channel_reader r where r.channel_id = c.id and r.account_id = $1) reader
  left join channel_position p on p.channel_id = c.id and p.account_id = $1
  left join lateral (
    select post.text, post.published_at from post
    where post.channel_id = c.id and post.state = 'published' and post.seq is not null
    order by post.seq desc limit 1) newest on true`

export async function findChannel(db: Db, id: ChannelId, reader: AccountId): Promise<ChannelRow | undefined> {
  const [row] = await runSql<ChannelRow>(db, `${CHANNELS} where c.id = $2`, [reader, id])
  return row
}

/** Those with news first; whoever asks sees which of them are theirs. */
export function listChannels(db: Db, organizationId: OrganizationId, reader: AccountId): Promise<ChannelRow[]> {
  const order = 'order by newest.published_at desc nulls last, c.created_at, c.id'
  return runSql<ChannelRow>(db, `${CHANNELS} where c.organization_id = $2 ${order}`, [reader, organizationId])
}

type Settings = {
  readonly title: string
  readonly audience: Audience
  readonly hasComments: boolean
  readonly closedAt: Date | null
}

/** False where the id is taken. */
export async function insertChannel(
  tx: Tx,
  channel: Settings & { id: ChannelId; organizationId: OrganizationId },
): Promise<boolean> {
  const { id, organizationId, title, audience, hasComments, closedAt } = channel
  const made = await tx
    .insertInto('channel')
    .values({
      id,
      organization_id: organizationId,
      title,
      audience: audience.kind,
      group_ids: audience.groupIds,
      has_comments: hasComments,
      closed_at: closedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function updateChannel(
  tx: Tx,
  id: ChannelId,
  { title, audience, hasComments, closedAt }: Settings,
): Promise<void> {
  await tx
    .updateTable('channel')
    .where('id', '=', id)
    .set({
      title,
      audience: audience.kind,
      group_ids: audience.groupIds,
      has_comments: hasComments,
      closed_at: closedAt,
    })
    .execute()
}

/** One at a time: what is written in a channel comes in one order. */
export async function lockChannel(tx: Tx, id: ChannelId): Promise<void> {
  await tx.selectFrom('channel').where('id', '=', id).select('id').forUpdate().execute()
}

type Own = { readonly readSeq?: number | undefined; readonly isMuted?: boolean | undefined }

/** Reading only goes forward, and never past what there is. */
export async function upsertPosition(db: Db, channelId: ChannelId, accountId: AccountId, own: Own): Promise<void> {
  await runSql(
    db,
    `insert into channel_position as p (channel_id, account_id, read_seq, is_muted)
     select c.id, $2, least(coalesce($3, 0), c.last_seq), coalesce($4, false) from channel c where c.id = $1
     on conflict (channel_id, account_id) do update
     set read_seq = greatest(p.read_seq, excluded.read_seq), is_muted = coalesce($4, p.is_muted)`,
    [channelId, accountId, own.readSeq ?? null, own.isMuted ?? null],
  )
}

/** How many of the present readers have come to which place. */
export async function countPositions(db: Db, channelId: ChannelId): Promise<{ readSeq: number; readers: number }[]> {
  return db
    .selectFrom((eb) =>
      eb.selectFrom('channel_reader').where('channel_id', '=', channelId).select('account_id').distinct().as('reader'),
    )
    .leftJoin('channel_position as p', (join) =>
      join.onRef('p.account_id', '=', 'reader.account_id').on('p.channel_id', '=', channelId),
    )
    .groupBy('p.read_seq')
    .select([sql<number>`coalesce(p.read_seq, 0)`.as('readSeq'), sql<number>`count(*)::int`.as('readers')])
    .execute()
}

export type SeenRow = { readonly id: GroupId; readonly name: string; readonly count: number; readonly readers: number }

/** The same by group: staff in «Педагоги», families in the groups of their children; of chosen groups everybody. */
export const countPositionsByGroup = (db: Db, channelId: ChannelId, seq: number): Promise<SeenRow[]> =>
  runSql<SeenRow>(
    db,
    `select g.id, g.name, count(distinct r.account_id)::int as readers,
       count(distinct r.account_id) filter (where p.read_seq >= $2)::int as count
     from channel c
     join channel_reader r on r.channel_id = c.id
     join group_member gm on gm.membership_id = r.membership_id
     join "group" g on g.id = gm.group_id
     left join channel_position p on p.channel_id = c.id and p.account_id = r.account_id
     where c.id = $1 and case c.audience
       when 'groups' then g.id = any(c.group_ids)
       else g.kind = 'staff' or gm.side = 'parents' end
     group by g.id order by g.kind = 'staff' desc, g.place, g.id`,
    [channelId, seq],
  )

/** Whose screens show something of it: its readers, and those who look after it. */
export async function listConcerned(db: Db, channelId: ChannelId): Promise<AccountId[]> {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select account_id as "accountId" from channel_reader where channel_id = $1
     union
     select m.account_id from channel c join membership m on m.organization_id = c.organization_id
     where c.id = $1 and m.ended_at is null and (m.is_admin or m.role = 'management')`,
    [channelId],
  )
  return rows.map(({ accountId }) => accountId)
}

/** Those who publish. */
export async function listPublishers(db: Db, channelId: ChannelId): Promise<AccountId[]> {
  const rows = await db
    .selectFrom('channel')
    .innerJoin('membership', 'membership.organization_id', 'channel.organization_id')
    .where('channel.id', '=', channelId)
    .where('membership.ended_at', 'is', null)
    .where('membership.is_admin', '=', true)
    .select('membership.account_id')
    .distinct()
    .execute()
  return rows.map((row) => row.account_id)
}

export async function isClosed(db: Db, id: ChannelId): Promise<boolean> {
  const row = await db.selectFrom('channel').where('id', '=', id).select('closed_at').executeTakeFirst()
  return row?.closed_at !== null
}
