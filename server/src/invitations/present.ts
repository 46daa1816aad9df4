import type { Invitation } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import type { InvitationRow } from './store.ts'
import { linkOf } from './token.ts'

export function present(context: Context, row: InvitationRow): Invitation {
  const {
    childId,
    childName,
    chatId,
    chatTitle,
    inviteeName,
    staffGroups,
    groups,
    usedBy,
    deliveries,
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
    url: linkOf(context, row.id),
    usedBy: usedBy.map(({ name, label, at }) => ({ name, label, at: new Date(at).toISOString() })),
    deliveries: deliveries.map((delivery) => ({ ...delivery, at: new Date(delivery.at).toISOString() })),
    expiresAt: expiresAt.toISOString(),
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }
}
