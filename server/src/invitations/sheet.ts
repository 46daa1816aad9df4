import type { GroupId, InvitationId } from '@kolosok/contract'
import { recordAccess } from '#audit/index.ts'
import { accessGroup } from '#groups/index.ts'
import { createPersonalCode, revokePersonalCodes } from '#identity/index.ts'
import { findLogoOf, getOrganizationName } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { slipName } from './child-names.ts'
import { drawSheet, type Slip } from './draw-sheet.ts'
import { type InvitationRow, listNewest } from './store.ts'
import { texts } from './texts.ts'
import { linkOf } from './token.ts'
import { listGroupChildren } from './write.store.ts'

/** The open invitations of a group's children, by the child's name. */
async function listOpen(context: Context, db: Db, groupId: GroupId): Promise<InvitationRow[]> {
  const children = await listGroupChildren(db, groupId)
  const newest = await listNewest(
    db,
    children.map((child) => child.id),
    context.clock(),
  )
  const open = new Map(newest.filter(({ state }) => state === 'open').map((row) => [row.childId, row]))
  return children.flatMap(({ id }) => open.get(id) ?? [])
}

/** New personal codes, one per use left; whatever was printed before stops working. */
export async function makeCodes(context: Context, actor: Actor, groupId: GroupId) {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId } = await accessGroup(tx, actor, groupId, 'invite')
    const codes: { invitationId: InvitationId; codes: string[] }[] = []
    for (const { id, uses, useLimit } of await listOpen(context, tx, groupId)) {
      await revokePersonalCodes(context, tx, [id])
      const made: string[] = []
      while (made.length < useLimit - uses) {
        const purpose = { kind: 'joining', organizationId, invitationId: id } as const
        made.push((await createPersonalCode(context, tx, actor, purpose, afterCommit)).code)
      }
      codes.push({ invitationId: id, codes: made })
    }
    return { codes }
  })
}

type Printed = readonly { readonly invitationId: InvitationId; readonly codes: readonly string[] }[]

/** A4, eight slips a page, to cut and hand out. */
export async function printSheet(
  context: Context,
  actor: Actor,
  { groupId, codes }: { groupId: GroupId; codes: Printed },
): Promise<FileAnswer> {
  const group = await accessGroup(context.db, actor, groupId, 'invite')
  await recordAccess(context.db, actor, { organizationId: group.organizationId, kind: 'slips' })
  const organizationName = await getOrganizationName(context.db, group.organizationId)
  const logo = await findLogoOf(context.db, group.organizationId)
  const codesOf = new Map(codes.map((entry) => [entry.invitationId, entry.codes]))
  const slips = (await listOpen(context, context.db, groupId)).map((row): Slip => ({
    name: slipName(row.childName ?? ''),
    url: linkOf(context, row.id),
    codes: codesOf.get(row.id) ?? [],
    usesLeft: row.useLimit - row.uses,
    expiresAt: row.expiresAt,
  }))
  const isReachable = context.config.PUBLIC_URL !== undefined
  return {
    body: await drawSheet({ organizationName, logo, groupName: group.name, isReachable, slips }),
    mediaType: 'application/pdf',
    name: texts('sheet.file', { group: group.name }),
    isInline: false,
  }
}
