import type { OrganizationId } from '@kolosok/contract'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { HOUR_BYTES } from './folder.ts'
import { measureOrganization } from './store.ts'

const MB = 1024 * 1024

type Space = { readonly used: number; readonly limit: number }

/** What the recordings of an organization take of what they may; null where there is no limit. */
export async function measureSpace(
  db: Db,
  { config }: Pick<Context, 'config'>,
  organizationId: OrganizationId | null,
): Promise<Space | null> {
  const limit = config.RECORDINGS_PER_ORGANIZATION_MB * MB
  return limit === 0 ? null : { used: await measureOrganization(db, organizationId, HOUR_BYTES), limit }
}

/** Nothing that lies there makes room by itself: somebody deletes one, or its days are over. */
export async function requireSpace(
  db: Db,
  context: Pick<Context, 'config'>,
  organizationId: OrganizationId | null,
): Promise<void> {
  const space = await measureSpace(db, context, organizationId)
  if (space && space.used + HOUR_BYTES > space.limit) throw new AppError('recordings-full')
}
