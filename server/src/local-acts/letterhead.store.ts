import type { OrganizationId, OrganizationKind } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

/** What papers of an organization say of it. */
export type Letterhead = {
  readonly kind: OrganizationKind
  readonly name: string
  readonly address: string
  readonly inn: string
  readonly headName: string
  readonly phone: string
  readonly email: string
  readonly timeZone: string
  /** As documents have them; there may be several, or none yet. */
  readonly administrators: readonly string[]
}

export async function getLetterhead(db: Db, organizationId: OrganizationId): Promise<Letterhead> {
  const [found] = await runSql<Letterhead>(
    db,
    `select o.kind, o.name, o.address, o.inn, o.head_name as "headName", o.phone, o.email, o.time_zone as "timeZone",
       array(
         select m.full_name from membership m
         where m.organization_id = o.id and m.ended_at is null and m.is_admin and btrim(m.full_name) <> ''
         order by m.created_at, m.id) as administrators
     from organization o where o.id = $1`,
    [organizationId],
  )
  if (!found) throw new Error('An organization that was there a statement ago')
  return found
}
