import type { Endpoint } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { type Db, runSql } from '#platform/db.ts'
import { homeIn, homes } from './homes.ts'
import { isStillPossible } from './still-possible.ts'

type Given = { readonly params: Readonly<Record<string, string>>; readonly body: unknown }

/**
 * Nothing changes in a closed organization, whatever the door of the thing itself would say: asked before every request
 * that changes something. Only its members are told so; for others the thing's own door answers, as ever.
 */
export async function refuseClosed(
  db: Db,
  actor: Actor,
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  { params, body }: Given,
): Promise<void> {
  if (method === 'GET' || isStillPossible({ method, path })) return
  const found = Object.entries(params).find(([name]) => homes[name] !== undefined)
  const home = found && homes[found[0]]
  const said = homeIn(body)
  if (!home && !said) return
  const [row] = await runSql(
    db,
    `select 1 from organization o
     where o.id = coalesce((${home ?? 'select $1::uuid'}), $3::uuid) and o.closed_at is not null and exists (
       select from membership m where m.organization_id = o.id and m.account_id = $2 and m.ended_at is null)`,
    [found?.[1] ?? null, actor.accountId, said ?? null],
  )
  if (row) throw new AppError('organization-closed')
}
