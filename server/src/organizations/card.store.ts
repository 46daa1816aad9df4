import type { AccountId, CardChange, CardField, CardPart, OrganizationCard, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db.ts'

export type CardFields = Pick<OrganizationCard, CardField>

export function getCard(db: Db, organizationId: OrganizationId): Promise<Omit<OrganizationCard, 'abilities'>> {
  return db
    .selectFrom('organization')
    .where('id', '=', organizationId)
    .select([
      'id',
      'code',
      'kind',
      'inn',
      'name',
      'short_name as shortName',
      'address',
      'head_name as headName',
      'phone',
      'email',
      'site',
      'time_zone as timeZone',
      'may_parents_write_each_other as mayParentsWriteEachOther',
      'is_found_by_name as isFoundByName',
      'working_hours as workingHours',
      'quiet_hours as quietHours',
      'may_parents_call as mayParentsCall',
      'may_teachers_broadcast as mayTeachersBroadcast',
      'logo_id as logoId',
    ])
    .executeTakeFirstOrThrow()
}

const columns = {
  name: 'name',
  shortName: 'short_name',
  address: 'address',
  headName: 'head_name',
  phone: 'phone',
  email: 'email',
  site: 'site',
  timeZone: 'time_zone',
  mayParentsWriteEachOther: 'may_parents_write_each_other',
  isFoundByName: 'is_found_by_name',
  workingHours: 'working_hours',
  quietHours: 'quiet_hours',
  mayParentsCall: 'may_parents_call',
  mayTeachersBroadcast: 'may_teachers_broadcast',
} as const satisfies Record<CardField, string>

export async function updateCard(tx: Tx, organizationId: OrganizationId, given: Partial<CardFields>): Promise<void> {
  const values = Object.entries(given).map(([field, value]) => [
    columns[field as CardField],
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  ])
  await tx
    .updateTable('organization')
    .where('id', '=', organizationId)
    .set(Object.fromEntries(values) as Record<string, never>)
    .execute()
}

/** Newest first; whoever changed it is named as people here know them, former members too. */
export async function listCardChanges(
  db: Db,
  organizationId: OrganizationId,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<CardChange[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .where('subject_id', '=', organizationId)
    .where('action', '=', 'organization.card-edited')
    .$if(before !== undefined, (query) => query.where('audit_entry.id', '<', before ?? ''))
    .select((eb) => [
      'audit_entry.id',
      'at',
      sql<CardPart[]>`audit_entry.details -> 'fields'`.as('fields'),
      eb
        .selectFrom('person')
        .where(
          'person.account_id',
          '=',
          sql<AccountId>`(select coalesce(merged_into, id) from account where id = audit_entry.account_id)`,
        )
        .where('person.organization_id', '=', organizationId)
        .where('person.role', 'in', ['management', 'teacher'])
        .select('person.name')
        .limit(1)
        .as('name'),
    ])
    .orderBy('audit_entry.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, fields, name }) => ({ id, at: at.toISOString(), fields, name: name ?? '?' }))
}
