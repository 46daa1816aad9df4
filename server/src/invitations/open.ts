import type { Joined } from '@kolosok/contract'
import { requiredConsents } from '#consents/index.ts'
import { hashToken } from '#identity/index.ts'
import { findPeople } from '#memberships/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { genitiveOf } from './child-names.ts'
import { closedBecause } from './policy.ts'
import { findByToken, findName, type HeldInvitation, isIn } from './token.store.ts'

/** What the holder of a link holds; an unknown one answers like any address that does not exist. */
export async function getHeld({ clock }: Pick<Context, 'clock'>, db: Db, token: string): Promise<HeldInvitation> {
  const held = await findByToken(db, hashToken(token), clock())
  if (!held) throw new AppError('not-found')
  return held
}

export function requireOpen({ state }: HeldInvitation): void {
  if (state !== 'open') throw new AppError(closedBecause[state])
}

/** The first page, for anybody with the link: who invites and to what, nothing about who is invited. */
export async function openInvitation(context: Context, actor: Actor | null, token: string) {
  const held = await getHeld(context, context.db, token)
  const hasJoined = actor !== null && (await isIn(context.db, held, actor.accountId))
  if (!hasJoined) requireOpen(held)
  const inviter = (await findPeople(context.db, [held.createdBy])).get(held.createdBy)
  return {
    kind: held.kind,
    role: held.role,
    organization: {
      name: held.organizationName,
      shortName: held.organizationShortName,
      logoId: held.organizationLogoId,
    },
    chatTitle: held.chatTitle,
    groupNames: held.groups.map((group) => group.name),
    inviter: inviter ? { name: inviter.name, position: inviter.label, isConfirmed: inviter.isConfirmed } : null,
    expiresAt: held.expiresAt.toISOString(),
    joined: hasJoined ? toJoined(held) : null,
  }
}

/** After the code: the child's name, and what is known of the one who asks. */
export async function getDetails(context: Context, actor: Actor, token: string) {
  const held = await getHeld(context, context.db, token)
  refuseChat(held)
  if (!(await isIn(context.db, held, actor.accountId))) requireOpen(held)
  return {
    childName: held.childName,
    childGenitive: held.childName === null ? null : genitiveOf(held.childName),
    position: held.position,
    name: await findName(context.db, actor.accountId),
    consents: requiredConsents(held.role),
  }
}

export const toJoined = (held: HeldInvitation): Joined => ({
  organizationId: held.organizationId,
  organizationCode: held.organizationCode,
  kind: held.kind,
  groupIds: held.groups.map((group) => group.id),
  chatId: held.chatId,
})

/** The link of a chat makes nobody a member of the organization: `chat-links` knows what it leads to. */
export function refuseChat({ kind }: HeldInvitation): void {
  if (kind === 'chat') throw new AppError('not-found')
}
