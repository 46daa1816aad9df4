import type { ImportDraft, ImportId, LineState, OrganizationId } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { accessImport } from './access.ts'
import { aboutImport, presentImport, presentLine, readLines } from './present.ts'
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

export async function getImport({ db }: Context, actor: Actor, { importId }: One): Promise<ImportDraft> {
  return presentImport(db, await accessImport(db, actor, importId))
}

export async function getLines(
  { db }: Context,
  actor: Actor,
  { importId, state, after }: One & { state?: LineState | undefined; after: number },
) {
  const { lines } = await readLines(db, await accessImport(db, actor, importId))
  const wanted = lines.filter((line) => line.line > after && (state === undefined || line.state === state))
  const page = wanted.slice(0, PAGE)
  return { lines: page.map(presentLine), next: wanted.length > PAGE ? (page.at(-1)?.line ?? null) : null }
}
