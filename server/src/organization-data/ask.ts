import type { DataExportId, organizationDataEndpoints, OrganizationId } from '@kolosok/contract'
import type { z } from 'zod'
import { recordAudit } from '#audit/index.ts'
import { askForExport, makeExport, readExport, showExports } from '#data-exports/index.ts'
import type { FilesContext } from '#files/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { transact, type Tx } from '#platform/db.ts'
import { addJob } from '#platform/jobs.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { nameAskers } from './store.ts'
import { tellChats } from './tell-chats.ts'
import { writeOrganization } from './write-archive.ts'

const A_DAY_AT_MOST = 3
const SHOWN = 5
export const GATHER = 'gather-organization-data'

type Target = { readonly organizationId: OrganizationId }
type One = Target & { readonly dataExportId: DataExportId }
type Shown = z.input<typeof organizationDataEndpoints.list.response>

/** The last ones, with who asked for them. */
export async function showOrganizationExports(
  context: FilesContext,
  actor: Actor,
  { organizationId }: Target,
): Promise<Shown> {
  await accessOrganization(context.db, actor, organizationId, 'takeData')
  const found = await showExports(context, { accountId: actor.accountId, organizationId }, SHOWN)
  const names = await nameAskers(
    context.db,
    organizationId,
    found.map(({ row }) => row.account_id),
  )
  return {
    exports: found.map(({ row, shown }) => ({
      ...shown,
      isOwn: row.account_id === actor.accountId,
      askedBy: names.get(row.account_id) ?? '',
    })),
  }
}

/** A job gathers it. */
export async function askForOrganization(context: Context, actor: Actor, one: One): Promise<void> {
  await transact(context.db, async (tx) => {
    await accessOrganization(tx, actor, one.organizationId, 'takeData')
    await beginExport(context, tx, actor, one)
  })
}

/** For whoever has been let in already; asked twice with one id it begins once. */
export async function beginExport(
  context: Context,
  tx: Tx,
  actor: Actor,
  { organizationId, dataExportId: id }: One,
): Promise<void> {
  const { accountId } = actor
  const isNew = await askForExport(context, tx, { id, accountId, organizationId, perDay: A_DAY_AT_MOST })
  if (!isNew) return
  // One after another: each holds a connection for as long as it takes.
  await addJob(tx, GATHER, { dataExportId: id }, { maxAttempts: 5, queue: 'organization-data' })
  await recordAudit(tx, actor, {
    organizationId,
    action: 'organization.export-asked',
    subjectKind: 'data-export',
    subjectId: id,
  })
}

/** The chats whose talk is in it say so themselves, before anything is read: nobody reads them in silence. */
export const gatherOrganization = (context: FilesContext, id: DataExportId): Promise<void> =>
  makeExport(context, id, async (making) => {
    const organizationId = making.asked.organization_id
    if (!organizationId) return
    await tellChats(context, making.asked, organizationId)
    await writeOrganization(context, making, organizationId)
  })

/** To whoever asked, while they still answer for the organization. */
export async function readOrganization(
  context: FilesContext,
  actor: Actor,
  { organizationId, dataExportId: id }: One,
): Promise<FileAnswer> {
  const access = () => accessOrganization(context.db, actor, organizationId, 'takeData')
  await access()
  return readExport(context, actor, {
    id,
    name: 'Архив организации.zip',
    // Asked again while it is sent.
    mayHave: async (asked) => asked.organization_id === organizationId && Boolean(await access()),
  })
}
