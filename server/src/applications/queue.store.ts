import type { ApplicationId, ApplicationState, Duplicate } from '@kolosok/contract'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Schema } from '#platform/db.ts'
import type { Place } from '#platform/place.ts'

export const PAGE = 30

type Asked = {
  readonly state: ApplicationState
  readonly q: string | undefined
  readonly after: Place<ApplicationId> | undefined
}

/** One page, and one row more when there is a next one. Who waits longest comes first. */
export async function listQueue(db: Db, { state, q, after }: Asked) {
  const isWaiting = state === 'submitted'
  const order = isWaiting ? 'asc' : 'desc'
  let query = db.selectFrom('application').where('state', '=', state)
  if (q) query = query.where(words(), 'like', `%${q.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`)
  if (after) {
    const place = sql<boolean>`(changed_at, id) ${sql.raw(isWaiting ? '>' : '<')} (${after.at}, ${after.id})`
    query = query.where(place)
  }
  return query
    .select((eb) => [
      'id',
      'state',
      'organization_name as organizationName',
      'kind',
      'inn',
      'administrator_name as administratorName',
      'changed_at as changedAt',
      countDuplicates(eb).as('duplicates'),
    ])
    .orderBy('changed_at', order)
    .orderBy('id', order)
    .limit(PAGE + 1)
    .execute()
}

const words = () => sql<string>`lower(organization_name || ' ' || inn || ' ' || administrator_name)`

function countDuplicates(eb: ExpressionBuilder<Schema, 'application'>) {
  const others = eb
    .selectFrom('application as other')
    .whereRef('other.inn', '=', 'application.inn')
    .whereRef('other.id', '<>', 'application.id')
    .where('other.state', '<>', 'withdrawn')
    .select(sql<number>`count(*)::int`.as('count'))
  const organizations = eb
    .selectFrom('organization')
    .whereRef('organization.inn', '=', 'application.inn')
    .where((where) => where.not(where.exists(bornOfApplication(where))))
    .select(sql<number>`count(*)::int`.as('count'))
  return sql<number>`(${others}) + (${organizations})`
}

const bornOfApplication = (eb: ExpressionBuilder<Schema, 'organization'>) =>
  eb.selectFrom('application as born').whereRef('born.organization_id', '=', 'organization.id').select('born.id')

export async function countByState(db: Db): Promise<Record<ApplicationState, number>> {
  const counts = { submitted: 0, returned: 0, approved: 0, refused: 0, withdrawn: 0 }
  const rows = await db
    .selectFrom('application')
    .groupBy('state')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .execute()
  for (const { state, count } of rows) counts[state] = count
  return counts
}

/** Other applications and organizations with this INN; a withdrawn application says nothing. */
export async function listDuplicates(db: Db, id: ApplicationId, inn: string): Promise<Duplicate[]> {
  const applications = await db
    .selectFrom('application')
    .where('inn', '=', inn)
    .where('id', '<>', id)
    .where('state', '<>', 'withdrawn')
    .select(['id as applicationId', 'organization_name as organizationName', 'state', 'changed_at as at'])
    .orderBy('changed_at', 'desc')
    .limit(20)
    .execute()
  const organizations = await db
    .selectFrom('organization')
    .where('inn', '=', inn)
    .where((where) => where.not(where.exists(bornOfApplication(where))))
    .select(['name as organizationName', 'created_at as at'])
    .limit(20)
    .execute()
  const bare = organizations.map((row) => ({ ...row, applicationId: null, state: null }))
  return [...applications, ...bare].map((row) => ({ ...row, at: row.at.toISOString() }))
}

export async function findOrganizationCode(db: Db, row: { organization_id: Schema['organization']['id'] | null }) {
  if (row.organization_id === null) return null
  const found = await db
    .selectFrom('organization')
    .select('code')
    .where('id', '=', row.organization_id)
    .executeTakeFirst()
  return found?.code ?? null
}

export async function countSubmitted(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('application')
    .where('state', '=', 'submitted')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
