import type { OpenTasks, OrganizationId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { listToCheck, listToDo } from './open.store.ts'

/** After that long nobody is reminded any more. */
const OPEN_FOR_MS = 30 * 86_400_000

type Reading = Pick<Context, 'db' | 'clock'>

const toDoOf = ({ db, clock }: Reading, { accountId }: Pick<Actor, 'accountId'>) =>
  listToDo(db, accountId, new Date(clock().getTime() - OPEN_FOR_MS))

/** What a family has to do, and what a teacher has to look at, in this organization. */
export async function getOpenTasks(
  context: Context,
  actor: Actor,
  { organizationId }: { readonly organizationId: OrganizationId },
): Promise<OpenTasks> {
  const { isClosed } = await accessOrganization(context.db, actor, organizationId, 'see')
  if (isClosed) return { toDo: [], toCheck: [] }
  const [toDo, toCheck] = await Promise.all([toDoOf(context, actor), listToCheck(context.db, actor.accountId)])
  const here = <T extends { organizationId: OrganizationId }>(all: readonly T[]) =>
    all.filter((one) => one.organizationId === organizationId).map(({ organizationId: _here, ...one }) => one)
  return { toDo: here(toDo), toCheck: here(toCheck) }
}

/** The same in figures, by organization: lines of those lists. */
export async function countOpenTasks(context: Reading, actor: Pick<Actor, 'accountId'>) {
  const all = [...(await toDoOf(context, actor)), ...(await listToCheck(context.db, actor.accountId))]
  return [...Map.groupBy(all, (one) => one.organizationId)].map(([organizationId, own]) => ({
    organizationId,
    count: own.length,
  }))
}
