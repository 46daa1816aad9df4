import type { AccountId, MaterialFolderId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, type Db, runSql, type Tx } from '#platform/db.ts'
import { lockName } from '#platform/lock-name.ts'
import type { Place } from './shelves.ts'

const FOLDERS = `
  select f.id, f.organization_id as "organizationId", f.group_id as "groupId", f.programme, f.title,
    f.deleted_at as "deletedAt", held.count, held.changed_at as "changedAt"
  from material_folder f
  cross join lateral (
    select count(*)::int as count, max(m.changed_at) as changed_at
    from material m where m.folder_id = f.id and m.deleted_at is null) held`

export type FolderRow = Place & {
  readonly id: MaterialFolderId
  readonly organizationId: OrganizationId
  readonly title: string
  readonly deletedAt: Date | null
  readonly count: number
  readonly changedAt: Date | null
}

export async function findFolder(db: Db, id: MaterialFolderId): Promise<FolderRow | undefined> {
  const [row] = await runSql<FolderRow>(db, `${FOLDERS} where f.id = $1`, [id])
  return row
}

/** Of the whole organization, in their order, for the policy to filter by whose they are. */
export const listFolders = (db: Db, organizationId: OrganizationId): Promise<FolderRow[]> =>
  runSql<FolderRow>(
    db,
    `${FOLDERS} where f.organization_id = $1 and f.deleted_at is null order by f.place, f.created_at, f.id`,
    [organizationId],
  )

const beside = (tx: Tx, { organizationId, groupId, programme }: Place & { organizationId: OrganizationId }) =>
  tx
    .selectFrom('material_folder')
    .where('organization_id', '=', organizationId)
    .where('group_id', groupId === null ? 'is' : '=', groupId)
    .where('programme', '=', programme)
    .where('deleted_at', 'is', null)

export async function countBeside(tx: Tx, place: Place & { organizationId: OrganizationId }): Promise<number> {
  const { count } = await beside(tx, place)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

type NewFolder = Place & { id: MaterialFolderId; organizationId: OrganizationId; title: string }

/** Behind the others. False where the id is taken. */
export async function insertFolder(tx: Tx, { id, title, ...place }: NewFolder): Promise<boolean> {
  const { last } = await beside(tx, place)
    .select(sql<number>`coalesce(max(place), 0)`.as('last'))
    .executeTakeFirstOrThrow()
  const { organizationId: organization_id, groupId: group_id, programme } = place
  const made = await tx
    .insertInto('material_folder')
    .values({ id, organization_id, group_id, programme, title, place: last + 1 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** What is put into a folder comes one after another, and of two who begin it at once the second finds it. */
export async function lockFolder(tx: Tx, id: MaterialFolderId): Promise<void> {
  await lockName(tx, `material-folder:${id}`)
  await tx.selectFrom('material_folder').where('id', '=', id).select('id').forUpdate().execute()
}

export async function updateFolder(
  tx: Tx,
  id: MaterialFolderId,
  given: { readonly title: string } | { readonly deleted_at: Date | null },
): Promise<void> {
  await tx.updateTable('material_folder').where('id', '=', id).set(given).execute()
}

/** Those of one shelf; what is not named comes behind, as it stood. */
export async function updateFolderOrder(
  tx: Tx,
  place: Place & { organizationId: OrganizationId },
  ids: readonly MaterialFolderId[],
): Promise<void> {
  await tx
    .updateTable('material_folder')
    .where('organization_id', '=', place.organizationId)
    .where('group_id', place.groupId === null ? 'is' : '=', place.groupId)
    .where('programme', '=', place.programme)
    .set({ place: sql<number>`coalesce(array_position(${ids}::uuid[], id), ${ids.length}::integer + place)` })
    .execute()
}

/** Whose screens show something of it: those of the group, or of the programme's groups, and the office. */
export async function listConcerned(
  db: Db,
  { organizationId, groupId, programme }: Place & { organizationId: OrganizationId },
) {
  const rows = await runSql<{ accountId: AccountId }>(
    db,
    `select gm.account_id as "accountId" from "group" g join group_member gm on gm.group_id = g.id
     where g.organization_id = $1 and (g.id = $2 or $2 is null and btrim(g.programme) = $3)
     union
     select account_id from membership
     where organization_id = $1 and ended_at is null and (is_admin or role = 'management')`,
    [organizationId, groupId, programme],
  )
  return rows.map((row) => row.accountId)
}

export async function listNamesOf(
  db: Db,
  organizationId: OrganizationId,
  accountIds: readonly AccountId[],
): Promise<Map<AccountId, string>> {
  const rows = await db
    .selectFrom('person')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', anyOf(accountIds))
    .distinctOn('account_id')
    .orderBy('account_id')
    // Somebody who works here is called so, though a child of theirs is here too.
    .orderBy(sql`role in ('parent', 'student')`)
    .select(['account_id', 'name'])
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.name]))
}
