import {
  type JoinRequest,
  type JoinRequestId,
  MAX_QUEUE_EXPORTED,
  nameKey,
  type OrganizationId,
} from '@kolosok/contract'
import { recordTaken } from '#audit/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { findOutgoingOf } from '#platform/outgoing-letters.ts'
import { type Db, transact } from '#platform/db.ts'
import {
  getQueueRow,
  listNamedLike,
  listQueue,
  type NamedChild,
  PAGE,
  type QueueRow,
  type Wanted,
} from './queue.store.ts'

const MATCHES = 6

export async function getJoinRequests(
  { db }: Context,
  actor: Actor,
  wanted: Wanted & { readonly after?: JoinRequestId | undefined },
) {
  await accessOrganization(db, actor, wanted.organizationId, 'seePages')
  const rows = await listQueue(db, actor.accountId, { ...wanted, limit: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  return {
    requests: await complete(db, actor, wanted.organizationId, page),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}

/** All that are meant, for a workbook or for paper: the same as on screen, written down. */
export async function exportJoinRequests({ db }: Context, actor: Actor, wanted: Wanted) {
  const { organizationId } = wanted
  return transact(db, async (tx) => {
    await accessOrganization(tx, actor, organizationId, 'seePages')
    const rows = await listQueue(tx, actor.accountId, { ...wanted, limit: MAX_QUEUE_EXPORTED + 1 })
    const leaving = { organizationId, action: 'join-request.exported', found: rows, most: MAX_QUEUE_EXPORTED } as const
    const { taken, isCut } = await recordTaken(tx, actor, leaving)
    return { requests: taken.map((row) => ({ ...row, matches: [], letter: null })), isCut }
  })
}

export async function getJoinRequest(
  db: Db,
  actor: Actor,
  { organizationId, id }: { organizationId: OrganizationId; id: JoinRequestId },
): Promise<JoinRequest> {
  const [request] = await complete(db, actor, organizationId, [await getQueueRow(db, id)])
  if (!request) throw new Error('One in, one out')
  return request
}

/** Two queries, however many requests there are. */
async function complete(
  db: Db,
  { accountId }: Actor,
  organizationId: OrganizationId,
  rows: readonly QueueRow[],
): Promise<JoinRequest[]> {
  const waiting = rows.filter(({ state, role }) => state === 'requested' && role === 'parent')
  const names = waiting.map(({ childName }) => childName)
  const children = names.length === 0 ? [] : await listNamedLike(db, accountId, { organizationId, names })
  const letters = await findOutgoingOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    letter: letters.get(row.id) ?? null,
    matches: waiting.includes(row) ? matchesOf(row, children) : [],
  }))
}

function matchesOf({ childName, groupId }: QueueRow, children: readonly NamedChild[]): JoinRequest['matches'] {
  const wanted = nameKey(childName).split(' ')
  const score = ({ name, groupIds }: NamedChild) => {
    const words = nameKey(name).split(' ')
    const common = wanted.filter((word) => words.includes(word)).length
    return common * 2 + (common > 0 && groupId !== null && groupIds.includes(groupId) ? 3 : 0)
  }
  return children
    .map((child) => ({ child, points: score(child) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points)
    .slice(0, MATCHES)
    .map(({ child: { id, name, group } }) => ({ id, name, group }))
}
