import type {
  AccountId,
  ChildId,
  ColumnMeaning,
  GroupId,
  ImportId,
  ImportKind,
  InvitationId,
  OrganizationId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

export type ImportRow = Awaited<ReturnType<typeof listImports>>[number] & {
  readonly organizationId: OrganizationId
  readonly cells: readonly (readonly string[])[]
  readonly headingLines: number
  readonly titles: readonly string[]
  readonly meanings: readonly ColumnMeaning[]
  readonly skipped: readonly number[]
  readonly namesakes: readonly number[]
  readonly doubtful: readonly number[]
  readonly madeGroups: readonly GroupId[]
  readonly madeChildren: readonly ChildId[]
  readonly madeInvitations: readonly InvitationId[]
}

const about = (db: Db) =>
  db
    .selectFrom('import')
    .innerJoin('account', 'account.id', 'import.created_by')
    .select([
      'import.id',
      'import.kind',
      'import.name',
      'import.state',
      'import.created_at as createdAt',
      'import.applied_at as appliedAt',
      sql<string>`btrim(account.given_name || ' ' || account.family_name)`.as('createdBy'),
    ])

/** The latest fifty; nobody looks further back. */
export function listImports(db: Db, organizationId: OrganizationId) {
  return about(db)
    .where('import.organization_id', '=', organizationId)
    .orderBy('import.created_at', 'desc')
    .limit(50)
    .execute()
}

export function findImport(db: Db, id: ImportId): Promise<ImportRow | undefined> {
  return about(db)
    .where('import.id', '=', id)
    .select([
      'import.organization_id as organizationId',
      'cells',
      'heading_lines as headingLines',
      'titles',
      'meanings',
      'skipped',
      'namesakes',
      'doubtful',
      'made_groups as madeGroups',
      'made_children as madeChildren',
      'made_invitations as madeInvitations',
    ])
    .executeTakeFirst()
}

type NewImport = {
  readonly id: ImportId
  readonly kind: ImportKind
  readonly organizationId: OrganizationId
  readonly name: string
  readonly cells: readonly (readonly string[])[]
  readonly headingLines: number
  readonly titles: readonly string[]
  readonly meanings: readonly ColumnMeaning[]
  readonly createdBy: AccountId
  readonly createdAt: Date
}

/** Once: a retry finds the first one. */
export async function insertImport(db: Db, given: NewImport): Promise<void> {
  await db
    .insertInto('import')
    .values({
      id: given.id,
      kind: given.kind,
      organization_id: given.organizationId,
      name: given.name,
      cells: JSON.stringify(given.cells),
      heading_lines: given.headingLines,
      titles: [...given.titles],
      meanings: [...given.meanings],
      created_by: given.createdBy,
      created_at: given.createdAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Holds it until the transaction ends. */
export async function lockImport(tx: Tx, id: ImportId): Promise<void> {
  await tx.selectFrom('import').where('id', '=', id).select('id').forNoKeyUpdate().execute()
}

type Changed = {
  readonly cells?: readonly (readonly string[])[]
  readonly meanings?: readonly ColumnMeaning[]
  readonly skipped?: readonly number[]
  readonly namesakes?: readonly number[]
}

export async function updateImport(
  tx: Tx,
  id: ImportId,
  { cells, meanings, skipped, namesakes }: Changed,
): Promise<void> {
  await tx
    .updateTable('import')
    .where('id', '=', id)
    .set({
      ...(cells && { cells: JSON.stringify(cells) }),
      ...(meanings && { meanings: [...meanings] }),
      ...(skipped && { skipped: [...skipped] }),
      ...(namesakes && { namesakes: [...namesakes] }),
    })
    .execute()
}

type Made = {
  readonly groups: readonly GroupId[]
  readonly children: readonly ChildId[]
  readonly invitations: readonly InvitationId[]
  readonly doubtful: readonly number[]
  readonly at: Date
}

export async function updateToApplied(
  tx: Tx,
  id: ImportId,
  { groups, children, invitations, doubtful, at }: Made,
): Promise<void> {
  await tx
    .updateTable('import')
    .where('id', '=', id)
    .set({
      state: 'applied',
      applied_at: at,
      made_groups: [...groups],
      made_children: [...children],
      made_invitations: [...invitations],
      doubtful: [...doubtful],
    })
    .execute()
}

export async function updateToUndone(tx: Tx, id: ImportId, at: Date): Promise<void> {
  await tx.updateTable('import').where('id', '=', id).set({ state: 'undone', undone_at: at }).execute()
}

/** What is there: groups that are not archived, and the names of the children in each. */
export function listPresent(
  db: Db,
  organizationId: OrganizationId,
): Promise<{ id: GroupId; name: string; isStaff: boolean; parent: string; children: string[] }[]> {
  return db
    .selectFrom('group')
    .where('group.organization_id', '=', organizationId)
    .where('archived_at', 'is', null)
    .select((eb) => [
      'group.id',
      'group.name',
      eb('group.kind', '=', 'staff').$castTo<boolean>().as('isStaff'),
      sql<string>`coalesce((select above.name from "group" above where above.id = "group".parent_id), '')`.as('parent'),
      sql<string[]>`array(${eb
        .selectFrom('group_child')
        .innerJoin('child', 'child.id', 'group_child.child_id')
        .whereRef('group_child.group_id', '=', 'group.id')
        .where('group_child.until_at', 'is', null)
        .select('child.name')})`.as('children'),
    ])
    .execute()
}

/** The staff that is here, as documents name them. */
export function listPresentStaff(
  db: Db,
  organizationId: OrganizationId,
): Promise<{ name: string; phone: string | null }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .where('organization_id', '=', organizationId)
    .where('role', 'in', ['management', 'teacher'])
    .where('ended_at', 'is', null)
    .select([
      sql<string>`concat_ws(' ', nullif(family_name, ''), nullif(given_name, ''), nullif(patronymic, ''))`.as('name'),
      'account.phone',
    ])
    .execute()
}
