import type { AccessEntry, OrganizationId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { listAccesses, listAccessesAbout } from './access.store.ts'

const PAGE = 50
const pageAfter = (before: string | undefined) => ({ before: before ?? null, limit: PAGE + 1 })

type Asked = { readonly organizationId: OrganizationId; readonly before?: string | undefined }

export async function getAccesses({ db }: Context, actor: Actor, { organizationId, before }: Asked) {
  await accessOrganization(db, actor, organizationId, 'seeJournal')
  return present(await listAccesses(db, organizationId, pageAfter(before)))
}

export const getOwnAccesses = async ({ db }: Context, actor: Actor, { before }: Pick<Asked, 'before'>) =>
  present(await listAccessesAbout(db, actor.accountId, pageAfter(before)))

function present(rows: readonly (Omit<AccessEntry, 'at'> & { readonly at: Date })[]) {
  const entries = rows.slice(0, PAGE).map((row) => ({ ...row, at: row.at.toISOString() }))
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}
