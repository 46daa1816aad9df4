import {
  type AccountId,
  type ChildId,
  type JoinRequest,
  type JoinRequestId,
  nameKey,
  type OrganizationId,
  type QueueSort,
  type QueueState,
} from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db } from '#platform/db.ts'
import { queueOrder } from '#platform/queue-order.ts'
import { likeText } from '#platform/search-words.ts'
import { mayDecide } from './store.ts'

const FULL_NAME = sql<string>`btrim(concat_ws(' ', nullif(account.family_name, ''), account.given_name, account.patronymic))`

const rows = (db: Db) =>
  db
    .selectFrom('join_request')
    .innerJoin('account', 'account.id', 'join_request.account_id')
    .leftJoin('account as decider', 'decider.id', 'join_request.decided_by')
    .leftJoin('group', 'group.id', 'join_request.group_id')
    .select((eb) => [
      'join_request.id',
      'join_request.role',
      'join_request.group_id as groupId',
      'group.name as groupName',
      'join_request.child_name as childName',
      'join_request.label',
      'join_request.position',
      'join_request.word',
      'join_request.state',
      'join_request.reason',
      'join_request.requested_at as requestedAt',
      'join_request.decided_at as decidedAt',
      FULL_NAME.as('fullName'),
      sql<string>`coalesce(account.phone, account.unverified_phone, '')`.as('phone'),
      eb('account.phone', 'is not', null).$castTo<boolean>().as('isPhoneVerified'),
      sql<string | null>`btrim(concat_ws(' ', decider.given_name, decider.patronymic))`.as('decidedBy'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
export type QueueRow = Omit<JoinRequest, 'matches' | 'letter'>

const present = ({ requestedAt, decidedAt, decidedBy, ...row }: Row): QueueRow => ({
  ...row,
  decidedBy: decidedAt === null ? null : decidedBy,
  requestedAt: requestedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
})

export async function getQueueRow(db: Db, id: JoinRequestId): Promise<QueueRow> {
  return present(await rows(db).where('join_request.id', '=', id).executeTakeFirstOrThrow())
}

export const PAGE = 30

export type Wanted = {
  readonly organizationId: OrganizationId
  readonly state: QueueState
  readonly sort?: QueueSort | undefined
}

type Page = { readonly after?: JoinRequestId | undefined; readonly limit: number }

/** Exactly those the reader decides about, their own besides; one more than a page tells whether there is another. */
export async function listQueue(
  db: Db,
  reader: AccountId,
  { organizationId, state, sort, after, limit }: Wanted & Page,
): Promise<QueueRow[]> {
  const { by, isDown } = queueOrder(state, sort)
  const key = by === 'name' ? FULL_NAME : sql.ref(`join_request.${by}`)
  const listed = await rows(db)
    .where('join_request.organization_id', '=', organizationId)
    .where('join_request.state', state === 'requested' ? '=' : '<>', 'requested')
    .where('join_request.account_id', '<>', reader)
    .where(mayDecide(reader))
    .$if(after !== undefined, (query) =>
      // The same names as outside, so that the same key means the last row's.
      query.where(sql<boolean>`(${key}, join_request.id) ${sql.raw(isDown ? '<' : '>')} (
        select ${key}, join_request.id from join_request join account on account.id = join_request.account_id
        where join_request.id = ${after as JoinRequestId})`),
    )
    .orderBy(key, isDown ? 'desc' : 'asc')
    .orderBy('join_request.id', isDown ? 'desc' : 'asc')
    .limit(limit)
    .execute()
  return listed.map(present)
}

export type NamedChild = {
  readonly id: ChildId
  readonly name: string
  readonly group: string
  readonly groupIds: string[]
}

/** The office may choose any child; a confirmed teacher those of own groups. */
const mayChoose = (accountId: AccountId) => sql<boolean>`(
  organization_roles(child.organization_id, ${accountId}) && array['admin', 'head', 'management']
  or exists (
    select from group_child own
    join teaching on teaching.group_id = own.group_id
    join membership on membership.id = teaching.membership_id
    where own.child_id = child.id and own.until_at is null and membership.account_id = ${accountId}
      and membership.ended_at is null and membership.confirmed_at is not null))`

/** Children whose name holds one of these words, a handful to choose from: none that the reader may not see. */
export function listNamedLike(
  db: Db,
  reader: AccountId,
  { organizationId, names }: { organizationId: OrganizationId; names: readonly string[] },
): Promise<NamedChild[]> {
  const words = [...new Set(names.flatMap((name) => nameKey(name).split(' ')).filter((word) => word.length > 2))]
  const patterns = words.map((word) => `%${likeText(word)}%`)
  return db
    .selectFrom('child')
    .innerJoin('group_child', 'group_child.child_id', 'child.id')
    .innerJoin('group', 'group.id', 'group_child.group_id')
    .where('child.organization_id', '=', organizationId)
    .where('child.left_at', 'is', null)
    .where('group_child.until_at', 'is', null)
    .where('group.archived_at', 'is', null)
    .where(sql<boolean>`child.searched_name like any(${patterns}::text[])`)
    .where(mayChoose(reader))
    .groupBy(['child.id', 'child.name'])
    .select([
      'child.id',
      'child.name',
      sql<string>`string_agg("group".name, ', ' order by "group".place)`.as('group'),
      sql<string[]>`array_agg("group".id::text)`.as('groupIds'),
    ])
    .limit(500)
    .execute()
}
