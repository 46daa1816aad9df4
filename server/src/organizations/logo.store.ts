import type { OrganizationId } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'

export async function findLogo(db: Db, id: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('organization_logo').where('id', '=', id).select('png').executeTakeFirst()
  return row?.png
}

/** For what is printed. */
export async function findLogoOf(db: Db, organizationId: OrganizationId): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('organization')
    .innerJoin('organization_logo', 'organization_logo.id', 'organization.logo_id')
    .where('organization.id', '=', organizationId)
    .select('png')
    .executeTakeFirst()
  return row?.png
}

/** The one before is nobody's any more. */
export async function updateLogo(
  tx: Tx,
  organizationId: OrganizationId,
  logo: { id: string; png: Buffer } | null,
): Promise<void> {
  const before = await tx
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select('logo_id')
    .executeTakeFirstOrThrow()
  if (logo) await tx.insertInto('organization_logo').values(logo).execute()
  await tx
    .updateTable('organization')
    .where('id', '=', organizationId)
    .set({ logo_id: logo?.id ?? null })
    .execute()
  if (before.logo_id !== null) await tx.deleteFrom('organization_logo').where('id', '=', before.logo_id).execute()
}
