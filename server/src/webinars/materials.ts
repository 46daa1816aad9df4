import {
  type FileId,
  MAX_WEBINAR_MATERIALS,
  type WebinarId,
  type WebinarMaterial,
  type WebinarMaterialId,
} from '@kolosok/contract'
import { attachFiles, detachFiles, type FileRightsPort } from '#files/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields, opens } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact, type Tx } from '#platform/db.ts'
import { accessWebinar, type ClearedWebinar, factsOf, type WebinarReader } from './access.ts'
import {
  deleteMaterial,
  findMaterial,
  findMaterialOfFile,
  insertMaterial,
  listMaterials,
  type MaterialRow,
} from './material.store.ts'
import { webinarPolicy } from './policy.ts'
import { lockWebinar } from './store.ts'
import { recordWebinarAudit, tellAttendees } from './tell.ts'

type Target = { readonly webinarId: WebinarId; readonly materialId: WebinarMaterialId }
type Given = Target & Pick<WebinarMaterial, 'title' | 'link' | 'shown'> & { readonly fileId: FileId | null }

/** A file or a link; the client chose the id, so a retry finds what it added. */
export async function addMaterial(context: Context, actor: Actor, given: Given) {
  const { webinarId, materialId: id, title, link, fileId, shown } = given
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, webinarId)
    await accessWebinar(tx, actor, webinarId, 'run', context.clock())
    const there = await findMaterial(tx, id)
    if (there && there.webinarId !== webinarId) throw new AppError('not-found')
    if (there) return
    if ((link === null) === (fileId === null)) throw invalidFields({ link: 'required' })
    if ((await listMaterials(tx, webinarId)).length >= MAX_WEBINAR_MATERIALS) throw new AppError('too-many-materials')
    const [file = null] = fileId === null ? [] : await attachFiles(tx, actor, [fileId])
    const isMade = await insertMaterial(tx, { id, webinarId, title, link, file, shown, addedAt: context.clock() })
    if (!isMade) throw new AppError('not-found')
    await recordWebinarAudit(tx, actor, webinarId, 'webinar.material-added', { materialId: id })
    await tellAttendees(context, tx, webinarId, afterCommit)
  })
  return {}
}

export async function removeMaterial(context: Context, actor: Actor, { webinarId, materialId: id }: Target) {
  await transact(context.db, async (tx, afterCommit) => {
    await lockWebinar(tx, webinarId)
    await accessWebinar(tx, actor, webinarId, 'run', context.clock())
    const material = await findMaterial(tx, id)
    if (material?.webinarId !== webinarId) return
    await remove(tx, material)
    await recordWebinarAudit(tx, actor, webinarId, 'webinar.material-removed', { materialId: id })
    await tellAttendees(context, tx, webinarId, afterCommit)
  })
  return {}
}

/** With the draft they belong to. */
export async function removeAllMaterials(tx: Tx, webinarId: WebinarId): Promise<void> {
  for (const material of await listMaterials(tx, webinarId)) await remove(tx, material)
}

async function remove(tx: Tx, { id, file }: MaterialRow): Promise<void> {
  await deleteMaterial(tx, id)
  if (file) await detachFiles(tx, [file.fileId])
}

/** What this reader sees of them, having been cleared for the webinar. */
export async function getMaterials(
  db: Db,
  actor: WebinarReader,
  webinar: ClearedWebinar,
  now: Date,
): Promise<WebinarMaterial[]> {
  const rows = await listMaterials(db, webinar.id)
  return rows
    .filter((row) => isFor(row, actor, webinar, now))
    .map(({ id, title, link, file, shown }) => ({ id, title, link, file, shown }))
}

const isFor = ({ shown }: MaterialRow, actor: WebinarReader, webinar: ClearedWebinar, now: Date): boolean =>
  webinarPolicy[shown === 'before' ? 'read' : 'readAfter'](factsOf(webinar, actor, now)) === 'allow'

/** A file of a webinar is for those who see it there. */
export const webinarFileRights = (clock: Context['clock']): FileRightsPort => ({
  async mayRead(db, actor, fileId) {
    const material = await findMaterialOfFile(db, fileId)
    if (!material) return false
    const action = material.shown === 'before' ? 'read' : 'readAfter'
    return opens(accessWebinar(db, actor, material.webinarId, action, clock()))
  },
})
