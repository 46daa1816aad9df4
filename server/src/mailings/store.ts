import type {
  AccountId,
  FailedDelivery,
  GroupId,
  InvitationId,
  Mailing,
  MailingId,
  MailingPurpose,
  OrganizationId,
  SendingWay,
} from '@kolosok/contract'
import { sql } from 'kysely'
import type { OrganizationRole } from '#organizations/index.ts'
import type { Db, Tx } from '#platform/db.ts'
import type { MailingFacts } from './policy.ts'

/** Made by this account, which teaches the group it went to still. */
const isOwn = (accountId: AccountId) => sql<boolean>`(
  mailing.created_by = ${accountId} and (mailing.group_id is null or exists (
    select from teaching join membership on membership.id = teaching.membership_id
    where teaching.group_id = mailing.group_id
      and membership.account_id = ${accountId} and membership.ended_at is null
      and membership.confirmed_at is not null)))`

/** Undefined when there is no such mailing in that organization. */
export function findMailingFacts(
  db: Db,
  { organizationId, mailingId }: { organizationId: OrganizationId; mailingId: MailingId },
  accountId: AccountId,
): Promise<MailingFacts | undefined> {
  return db
    .selectFrom('mailing')
    .where('id', '=', mailingId)
    .where('organization_id', '=', organizationId)
    .select([
      sql<OrganizationRole[]>`organization_roles(organization_id, ${accountId})`.as('roles'),
      isOwn(accountId).as('isOwn'),
    ])
    .executeTakeFirst()
}

/** The id is somebody's, here or elsewhere. */
export async function hasMailing(db: Db, id: MailingId): Promise<boolean> {
  return (await db.selectFrom('mailing').where('id', '=', id).select('id').executeTakeFirst()) !== undefined
}

const count = (...states: string[]) => sql<number>`(count(*) filter (where state = any(${states})))::int`

const mailingRows = (db: Db) =>
  db
    .selectFrom('mailing')
    .leftJoin('group', 'group.id', 'mailing.group_id')
    .leftJoin('account', 'account.id', 'mailing.created_by')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('invitation_delivery')
          .whereRef('mailing_id', '=', 'mailing.id')
          .select([
            count('waiting', 'sending').as('waiting'),
            count('sent').as('sent'),
            count('failed').as('failed'),
            count('stopped').as('stopped'),
            sql<boolean>`coalesce(bool_or(state = 'waiting' and reason = 'unreachable'), false)`.as('isHeldUp'),
          ])
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select([
      'mailing.id',
      'mailing.purpose',
      'group.name as groupName',
      'mailing.created_at as createdAt',
      'mailing.starts_at as startsAt',
      sql<boolean>`mailing.stopped_at is not null`.as('isStopped'),
      sql<string>`btrim(account.given_name || ' ' || coalesce(nullif(account.patronymic, ''), account.family_name))`.as(
        'createdBy',
      ),
      'counted.waiting',
      'counted.sent',
      'counted.failed',
      'counted.stopped',
      'counted.isHeldUp',
    ])

const present = ({
  createdAt,
  startsAt,
  ...row
}: Awaited<ReturnType<ReturnType<typeof mailingRows>['executeTakeFirstOrThrow']>>): Mailing => ({
  ...row,
  createdAt: createdAt.toISOString(),
  startsAt: startsAt?.toISOString() ?? null,
})

export async function getMailing(db: Db, id: MailingId): Promise<Mailing> {
  return present(await mailingRows(db).where('mailing.id', '=', id).executeTakeFirstOrThrow())
}

const SHOWN = 20

/** The newest ones; of one teacher, if named. */
export async function listMailings(
  db: Db,
  organizationId: OrganizationId,
  createdBy: AccountId | null,
): Promise<Mailing[]> {
  const rows = await mailingRows(db)
    .where('mailing.organization_id', '=', organizationId)
    .$if(createdBy !== null, (query) => query.where(isOwn(createdBy as AccountId)))
    .orderBy('mailing.created_at', 'desc')
    .orderBy('mailing.id', 'desc')
    .limit(SHOWN)
    .execute()
  return rows.map(present)
}

export async function listFailures(db: Db, id: MailingId): Promise<FailedDelivery[]> {
  const rows = await db
    .selectFrom('invitation_delivery')
    .innerJoin('invitation', 'invitation.id', 'invitation_delivery.invitation_id')
    .leftJoin('child', 'child.id', 'invitation.child_id')
    .where('mailing_id', '=', id)
    .where('state', '=', 'failed')
    .select([
      'invitation.id as invitationId',
      sql<string>`coalesce(child.name, invitation.position)`.as('whom'),
      sql<string>`coalesce((
        select string_agg("group".name, ', ' order by "group".place) from group_child
        join "group" on "group".id = group_child.group_id
        where group_child.child_id = invitation.child_id and group_child.until_at is null), '')`.as('groups'),
      'way',
      'address',
      sql<FailedDelivery['reason']>`reason`.as('reason'),
    ])
    .orderBy('place')
    .limit(200)
    .execute()
  return rows
}

export type NewDelivery = { readonly invitationId: InvitationId; readonly way: SendingWay; readonly address: string }
type Made = {
  readonly id: MailingId
  readonly organizationId: OrganizationId
  readonly groupId: GroupId | null
  readonly purpose: MailingPurpose
  readonly isAwaited: boolean
  readonly at: Date
  readonly by: AccountId
}

export async function insertMailing(tx: Tx, made: Made, deliveries: readonly NewDelivery[]): Promise<void> {
  const { id, organizationId, groupId, purpose, isAwaited, at, by } = made
  await tx
    .insertInto('mailing')
    .values({
      id,
      organization_id: organizationId,
      group_id: groupId,
      purpose,
      is_awaited: isAwaited,
      created_at: at,
      created_by: by,
    })
    .execute()
  const rows = deliveries.map(({ invitationId, way, address }, place) => ({
    mailing_id: id,
    place,
    invitation_id: invitationId,
    way,
    address,
    due_at: at,
    changed_at: at,
  }))
  for (let from = 0; from < rows.length; from += 1000) {
    await tx
      .insertInto('invitation_delivery')
      .values(rows.slice(from, from + 1000))
      .execute()
  }
}
