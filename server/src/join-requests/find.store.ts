import type { FoundOrganization, GroupId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '#platform/db.ts'
import { likeText } from '#platform/search-words.ts'

const found = (db: Db) =>
  db
    .selectFrom('organization')
    // Nobody joins one that has closed.
    .where('organization.closed_at', 'is', null)
    .select((eb) => [
      'organization.id',
      'organization.code',
      'organization.name',
      jsonArrayFrom(
        eb
          .selectFrom('group')
          .whereRef('group.organization_id', '=', 'organization.id')
          .where('group.archived_at', 'is', null)
          .where('group.kind', 'in', ['class', 'club'])
          .select(['group.id', 'group.name'])
          .orderBy('group.place')
          .orderBy('group.name'),
      ).as('groups'),
    ])

export type Found = FoundOrganization & { readonly id: OrganizationId }

export const findByCode = (db: Db, code: string): Promise<Found | undefined> =>
  found(db).where('organization.code', '=', code.trim().toLowerCase()).executeTakeFirst()

const MOST = 10

/** Only those that allow it, by a part of the name. */
export function listByName(db: Db, text: string): Promise<Found[]> {
  const pattern = `%${likeText(text)}%`
  return found(db)
    .where('is_found_by_name', '=', true)
    .where(sql<string>`replace(lower(organization.name || ' ' || organization.short_name), 'ё', 'е')`, 'like', pattern)
    .orderBy('organization.name')
    .limit(MOST)
    .execute()
}

export const hasGroup = (organization: Found, id: GroupId): boolean => organization.groups.some((one) => one.id === id)
