import type { ImportDraft, ImportId, LineList, OrganizationId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { accessImport } from './access.ts'
import { aboutImport, isIn, presentImport, readAnyLines } from './present.ts'
import { listImports } from './store.ts'

const PAGE = 100

type One = { readonly importId: ImportId }

export async function getImports(
  { db }: Context,
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
) {
  await accessOrganization(db, actor, organizationId, 'manageStructure')
  return { imports: (await listImports(db, organizationId)).map(aboutImport) }
}

export async function getImport(context: Context, actor: Actor, { importId }: One): Promise<ImportDraft> {
  return presentImport(context, context.db, await accessImport(context.db, actor, importId))
}

export async function getLines(
  context: Context,
  actor: Actor,
  { importId, state, after }: One & { state?: LineList | undefined; after: number },
) {
  const { db } = context
  const row = await accessImport(db, actor, importId)
  const { lines } = await readAnyLines(context, db, row)
  const wanted = lines
    .map(({ line }) => line)
    .filter((line) => line.line > after && (state === undefined || isIn(row, line, state)))
  const page = wanted.slice(0, PAGE)
  return { lines: page, next: wanted.length > PAGE ? (page.at(-1)?.line ?? null) : null }
}
