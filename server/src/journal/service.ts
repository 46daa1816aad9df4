import type { JournalEntry, OrganizationId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { listNames } from './names.store.ts'
import { idsIn, present } from './present.ts'
import { type Filter, listEntries } from './store.ts'

const PAGE = 50
const LARGE_PAGE = 500

type Asked = Filter & { readonly organizationId: OrganizationId; readonly many?: '1' | undefined }

/** What was done in an organization, with the names that people and things have today. */
export async function getJournal(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  { organizationId, many, ...filter }: Asked,
): Promise<{ entries: JournalEntry[]; next: string | null }> {
  await accessOrganization(db, actor, organizationId, 'seeJournal')
  const size = many ? LARGE_PAGE : PAGE
  const found = await listEntries(db, organizationId, { ...filter, limit: size + 1 })
  const rows = found.slice(0, size)
  const names = await listNames(db, organizationId, idsIn(rows))
  const entries = rows.map((row) => present(row, names))
  return { entries, next: found.length > size ? (entries.at(-1)?.id ?? null) : null }
}
