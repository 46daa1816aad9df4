import type {
  AccountId,
  ChildId,
  DeliveryReason,
  DeliveryState,
  InvitationId,
  InvitationState,
  OrganizationId,
} from '@kolosok/contract'
import { type Expression, type SqlBool, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db } from '#platform/db.ts'
import type { InvitationFacts } from './policy.ts'

/** Of a query over `invitation` with its `child` joined: what the link answers at this moment. */
export const stateAt = (now: Date) => sql<InvitationState>`case
  when invitation.revoked_at is not null or child.left_at is not null
    or exists (select from chat where chat.id = invitation.chat_id and chat.state = 'read-only') then 'revoked'
  when invitation.uses >= invitation.use_limit then 'spent'
  when invitation.expires_at <= ${now} then 'expired'
  else 'open' end`

/**
 * The child is in a group that this account, as a confirmed teacher, is attached to; the chat one it keeps order in. Both
 * are found once for all rows, from the account's own ties on.
 */
export const isOwn = (accountId: AccountId): Expression<SqlBool> => sql<SqlBool>`(coalesce(invitation.chat_id in (
  select chat_id from chat_member where account_id = ${accountId} and role = 'moderator' and is_staff), false)
or coalesce(invitation.child_id in (
  select gc.child_id from membership m
  cross join lateral (select group_id from teaching where membership_id = m.id offset 0) own
  cross join lateral (select child_id from group_child where group_id = own.group_id and until_at is null offset 0) gc
  where m.account_id = ${accountId} and m.ended_at is null and m.confirmed_at is not null), false))`

export type FoundInvitation = { readonly id: InvitationId; readonly organizationId: OrganizationId }

/** Undefined when there is no such invitation. */
export function findInvitationFacts(
  db: Db,
  id: InvitationId,
  accountId: AccountId,
): Promise<(FoundInvitation & InvitationFacts) | undefined> {
  return db
    .selectFrom('invitation')
    .where('invitation.id', '=', id)
    .select([
      'invitation.id',
      'invitation.organization_id as organizationId',
      'invitation.kind',
      sql<OrganizationRole[]>`organization_roles(invitation.organization_id, ${accountId})`.as('roles'),
      sql<boolean>`${isOwn(accountId)}`.as('isOwn'),
    ])
    .executeTakeFirst()
}

/** Everything those see of an invitation who manage it, newest first. */
export const invitationRows = (db: Db, now: Date) =>
  db
    .selectFrom('invitation')
    .leftJoin('child', 'child.id', 'invitation.child_id')
    .innerJoin('person as creator', 'creator.membership_id', 'invitation.created_by')
    .select((eb) => [
      'invitation.id',
      'invitation.kind',
      'invitation.role',
      'invitation.position',
      'invitation.child_id as childId',
      'child.name as childName',
      'invitation.chat_id as chatId',
      eb
        .selectFrom('chat')
        .leftJoin('group as ofChat', 'ofChat.id', 'chat.bound_group_id')
        .whereRef('chat.id', '=', 'invitation.chat_id')
        .select(sql<string>`coalesce("ofChat".name, chat.title)`.as('title'))
        .as('chatTitle'),
      eb
        .selectFrom('invitee')
        .whereRef('invitee.invitation_id', '=', 'invitation.id')
        .select('invitee.name')
        .as('inviteeName'),
      jsonArrayFrom(
        eb
          .selectFrom('invitation_group')
          .innerJoin('group', 'group.id', 'invitation_group.group_id')
          .whereRef('invitation_group.invitation_id', '=', 'invitation.id')
          .where('group.archived_at', 'is', null)
          .select(['group.id', 'group.name'])
          .orderBy('group.place'),
      ).as('staffGroups'),
      jsonArrayFrom(
        eb
          .selectFrom('group_child')
          .innerJoin('group', 'group.id', 'group_child.group_id')
          .whereRef('group_child.child_id', '=', 'invitation.child_id')
          .where('group_child.until_at', 'is', null)
          .where('group.archived_at', 'is', null)
          .select(['group.id', 'group.name'])
          .orderBy('group.place'),
      ).as('groups'),
      stateAt(now).as('state'),
      'invitation.uses',
      'invitation.use_limit as useLimit',
      jsonArrayFrom(
        eb
          .selectFrom('invitation_use')
          .innerJoin('person', 'person.membership_id', 'invitation_use.membership_id')
          .whereRef('invitation_use.invitation_id', '=', 'invitation.id')
          .select(['person.name', 'person.label', 'invitation_use.used_at as at'])
          .orderBy('invitation_use.used_at'),
      ).as('usedBy'),
      jsonArrayFrom(
        eb
          .selectFrom('invitation_delivery')
          .whereRef('invitation_delivery.invitation_id', '=', 'invitation.id')
          .where('address', '<>', '')
          .select([
            'way',
            'address',
            sql<DeliveryState>`case state when 'sending' then 'waiting' else state end`.as('state'),
            sql<DeliveryReason | null>`nullif(reason, '')`.as('reason'),
            'changed_at as at',
          ])
          .orderBy('changed_at', 'desc')
          .limit(4),
      ).as('deliveries'),
      'invitation.expires_at as expiresAt',
      'invitation.created_at as createdAt',
      'creator.name as createdBy',
      'invitation.revoked_at as revokedAt',
    ])
    .orderBy('invitation.created_at', 'desc')
    .orderBy('invitation.id', 'desc')

export type InvitationRow = Awaited<ReturnType<ReturnType<typeof invitationRows>['executeTakeFirstOrThrow']>>

export function getInvitationRow(db: Db, id: InvitationId, now: Date): Promise<InvitationRow> {
  return invitationRows(db, now).where('invitation.id', '=', id).executeTakeFirstOrThrow()
}

/** The newest invitation of each of these children. */
export function listNewest(db: Db, childIds: readonly ChildId[], now: Date): Promise<InvitationRow[]> {
  return invitationRows(db, now)
    .where('invitation.id', 'in', (eb) =>
      eb
        .selectFrom('invitation as newest')
        .where('newest.child_id', '=', sql<ChildId>`any(${childIds})`)
        .distinctOn('newest.child_id')
        .orderBy('newest.child_id')
        .orderBy('newest.created_at', 'desc')
        .orderBy('newest.id', 'desc')
        .select('newest.id'),
    )
    .execute()
}
