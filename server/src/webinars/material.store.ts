import type { Attachment, FileId, WebinarId, WebinarMaterial, WebinarMaterialId } from '@kolosok/contract'
import { type Db, runSql, type Tx } from '#platform/db.ts'

export type MaterialRow = WebinarMaterial & { readonly webinarId: WebinarId }

const MATERIALS = 'select id, webinar_id as "webinarId", title, link, file, shown from webinar_material'

export function listMaterials(db: Db, webinarId: WebinarId): Promise<MaterialRow[]> {
  return runSql<MaterialRow>(db, `${MATERIALS} where webinar_id = $1 order by added_at, id`, [webinarId])
}

export async function findMaterial(db: Db, id: WebinarMaterialId): Promise<MaterialRow | undefined> {
  const [row] = await runSql<MaterialRow>(db, `${MATERIALS} where id = $1`, [id])
  return row
}

export async function findMaterialOfFile(db: Db, fileId: FileId): Promise<MaterialRow | undefined> {
  const [row] = await runSql<MaterialRow>(db, `${MATERIALS} where file_id = $1 limit 1`, [fileId])
  return row
}

type New = {
  readonly id: WebinarMaterialId
  readonly webinarId: WebinarId
  readonly title: string
  readonly link: string | null
  readonly file: Attachment | null
  readonly shown: WebinarMaterial['shown']
  readonly addedAt: Date
}

/** False where the id is taken. */
export async function insertMaterial(tx: Tx, { id, webinarId, title, link, file, shown, addedAt }: New): Promise<boolean> {
  const made = await tx
    .insertInto('webinar_material')
    .values({
      id,
      webinar_id: webinarId,
      title,
      link,
      file: file && JSON.stringify(file),
      file_id: file?.fileId ?? null,
      shown,
      added_at: addedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function deleteMaterial(tx: Tx, id: WebinarMaterialId): Promise<void> {
  await tx.deleteFrom('webinar_material').where('id', '=', id).execute()
}
