import type { Invitation, TakenInvitation } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import type { InvitationRow } from './store.ts'
import { linkOf } from './token.ts'

export function present(context: Context, row: InvitationRow): Invitation {
  return {
    ...presentTaken(row),
    url: linkOf(context, row.id),
    deliveries: row.deliveries.map((delivery) => ({ ...delivery, at: new Date(delivery.at).toISOString() })),
  }
}

export function presentTaken(row: InvitationRow): TakenInvitation {
  const {
    childId,
    childName,
    chatId,
    chatTitle,
    inviteeName,
    staffGroups,
    groups,
    usedBy,
    deliveries: _,
    expiresAt,
    createdAt,
    revokedAt,
    ...same
  } = row
  return {
    ...same,
    child: childId === null ? null : { id: childId, name: childName ?? '' },
    chat: chatId === null ? null : { id: chatId, title: chatTitle ?? '' },
    invitee: inviteeName,
    groups: childId === null ? staffGroups : groups,
    usedBy: usedBy.map(({ name, label, at }) => ({ name, label, at: new Date(at).toISOString() })),
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}
