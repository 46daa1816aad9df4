import type { GroupId, InvitationId, OrganizationId } from '@kolosok/contract'
import { recordAccess } from '#audit/index.ts'
import { accessGroup } from '#groups/index.ts'
import { createPersonalCode, revokePersonalCodes } from '#identity/index.ts'
import { findLogoOf, getOrganizationName } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { type Db, transact } from '#platform/db.ts'
import { drawApart } from '#platform/paper/draw-apart.ts'
import type { FileAnswer } from '#platform/send-file.ts'
import { slipName } from './child-names.ts'
import type { Sheet, Slip } from './draw-sheet.ts'
import { scopeOf } from './list.ts'
import { listManagedGroups } from './list.store.ts'
import { listChildrenOf } from './sheet.store.ts'
import { type InvitationRow, listNewest } from './store.ts'
import { texts } from './texts.ts'
import { linkOf } from './token.ts'

/** The open invitations of each group's children, by the child's name. */
async function listOpen(context: Context, db: Db, groupIds: readonly GroupId[]): Promise<readonly InvitationRow[][]> {
  const children = await listChildrenOf(db, groupIds)
  const newest = await listNewest(db, [...new Set(children.map(({ id }) => id))], context.clock())
  const open = new Map(newest.filter(({ state }) => state === 'open').map((row) => [row.childId, row]))
  const byGroup = Map.groupBy(children, ({ groupId }) => groupId)
  return groupIds.map((groupId) => (byGroup.get(groupId) ?? []).flatMap(({ id }) => open.get(id) ?? []))
}

/** New personal codes, one per use left; whatever was printed before stops working. */
export async function makeCodes(context: Context, actor: Actor, groupId: GroupId) {
  return transact(context.db, async (tx, afterCommit) => {
    const { organizationId } = await accessGroup(tx, actor, groupId, 'invite')
    const codes: { invitationId: InvitationId; codes: string[] }[] = []
    const [open = []] = await listOpen(context, tx, [groupId])
    for (const { id, uses, useLimit } of open) {
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
  const { organizationId, name: group } = await accessGroup(context.db, actor, groupId, 'invite')
  const title = texts('sheet.title', { group })
  const body = await print(context, actor, { organizationId, title, groups: [{ id: groupId, name: group }], codes })
  return { body, mediaType: 'application/pdf', name: texts('sheet.file', { group }), isInline: false }
}

/** Of all groups whose families one may invite, in one go: what a kindergarten needs on its first day. */
export async function printSheets(
  context: Context,
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
): Promise<FileAnswer> {
  const groups = await listManagedGroups(context.db, await scopeOf(context.db, actor, organizationId))
  const body = await print(context, actor, { organizationId, title: texts('sheets.title'), groups, codes: [] })
  return { body, mediaType: 'application/pdf', name: texts('sheets.file'), isInline: false }
}

type Wanted = {
  readonly organizationId: OrganizationId
  readonly title: string
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
  readonly codes: Printed
}

async function print(
  context: Context,
  actor: Actor,
  { organizationId, title, groups, codes }: Wanted,
): Promise<Buffer> {
  const { db, config } = context
  await recordAccess(db, actor, { organizationId, kind: 'slips' })
  const codesOf = new Map(codes.map((entry) => [entry.invitationId, entry.codes]))
  const slipOf = (row: InvitationRow): Slip => ({
    name: slipName(row.childName ?? ''),
    url: linkOf(context, row.id),
    codes: codesOf.get(row.id) ?? [],
    usesLeft: row.useLimit - row.uses,
    expiresAt: row.expiresAt,
  })
  const open = await listOpen(
    context,
    db,
    groups.map(({ id }) => id),
  )
  const sheet: Sheet = {
    title,
    organizationName: await getOrganizationName(db, organizationId),
    logo: await findLogoOf(db, organizationId),
    isReachable: config.PUBLIC_URL !== undefined,
    groups: groups
      .map(({ name }, at) => ({ name, slips: (open[at] ?? []).map(slipOf) }))
      .filter(({ slips }) => slips.length > 0),
  }
  return drawApart(new URL('./sheet-worker.ts', import.meta.url), sheet)
}
