import type {
  AccountId,
  ChatId,
  ChildId,
  GroupId,
  InvitationId,
  InvitationKind,
  InvitationState,
  MembershipId,
  OrganizationId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db, Tx } from '#platform/db.ts'
import { stateAt } from './store.ts'

export type HeldInvitation = {
  readonly id: InvitationId
  readonly organizationId: OrganizationId
  readonly kind: InvitationKind
  readonly role: 'teacher' | 'parent'
  readonly position: string
  readonly childId: ChildId | null
  readonly childName: string | null
  readonly chatId: ChatId | null
  readonly chatTitle: string | null
  readonly createdBy: MembershipId
  readonly expiresAt: Date
  readonly state: InvitationState
  readonly organizationCode: string
  readonly organizationName: string
  readonly organizationShortName: string
  readonly organizationLogoId: string | null
  /** «Педагоги» for staff, the groups the child is in now for a parent. */
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
}

/** What the holder of a token holds, open or not. */
export function findByToken(db: Db, tokenHash: Buffer, now: Date): Promise<HeldInvitation | undefined> {
  return db
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organization_id')
    .leftJoin('child', 'child.id', 'invitation.child_id')
    .where('invitation.token_hash', '=', tokenHash)
    .select((eb) => [
      'invitation.id',
      'invitation.organization_id as organizationId',
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
      'invitation.created_by as createdBy',
      'invitation.expires_at as expiresAt',
      stateAt(now).as('state'),
      'organization.code as organizationCode',
      'organization.name as organizationName',
      'organization.short_name as organizationShortName',
      'organization.logo_id as organizationLogoId',
      jsonArrayFrom(
        eb
          .selectFrom('group')
          .leftJoin('group_child', (join) =>
            join
              .onRef('group_child.group_id', '=', 'group.id')
              .onRef('group_child.child_id', '=', 'invitation.child_id')
              .on('group_child.until_at', 'is', null),
          )
          .whereRef('group.organization_id', '=', 'invitation.organization_id')
          .where('group.archived_at', 'is', null)
          .where((or) =>
            or.or([
              or.and([or('invitation.kind', '=', 'staff'), or('group.kind', '=', 'staff')]),
              or('group_child.child_id', 'is not', null),
              or('group.id', 'in', (chat) =>
                chat
                  .selectFrom('chat')
                  .whereRef('chat.id', '=', 'invitation.chat_id')
                  .where('chat.bound_group_id', 'is not', null)
                  .select('chat.bound_group_id')
                  .$castTo<GroupId>(),
              ),
            ]),
          )
          .select(['group.id', 'group.name'])
          .orderBy('group.place'),
      ).as('groups'),
    ])
    .executeTakeFirst()
}

/** Whoever uses the last place holds it until the end of the transaction; the next one then sees it taken. */
export async function lockByToken(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.selectFrom('invitation').where('token_hash', '=', tokenHash).forUpdate().select('id').execute()
}

/** Belongs already to where the invitation leads: in this chat, staff here, or a guardian of this very child. */
export async function isIn(db: Db, invitation: HeldInvitation, accountId: AccountId): Promise<boolean> {
  const { chatId, childId, organizationId } = invitation
  if (chatId !== null) return isInChat(db, chatId, accountId)
  const found = await db
    .selectFrom('membership')
    .where('organization_id', '=', organizationId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(childId === null, (query) => query.where('role', 'in', ['management', 'teacher']))
    .$if(childId !== null, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('guardianship')
          .where('child_id', '=', childId as ChildId)
          .where('until_at', 'is', null)
          .select('membership_id'),
      ),
    )
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

async function isInChat(db: Db, chatId: ChatId, accountId: AccountId): Promise<boolean> {
  const member = db.selectFrom('chat_member').where('chat_id', '=', chatId).where('account_id', '=', accountId)
  return (await member.select('chat_id').executeTakeFirst()) !== undefined
}

export async function insertUse(
  tx: Tx,
  use: { invitationId: InvitationId; accountId: AccountId; membershipId: MembershipId; at: Date },
): Promise<void> {
  await tx
    .insertInto('invitation_use')
    .values({
      invitation_id: use.invitationId,
      account_id: use.accountId,
      membership_id: use.membershipId,
      used_at: use.at,
    })
    // One who left and comes back by the same link takes a place again, and the first coming stays written down.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .updateTable('invitation')
    .where('id', '=', use.invitationId)
    .set({ uses: sql`uses + 1`, last_used_at: use.at })
    .execute()
}

/** As whom, and by whose clock, an organization writes. */
export function getSender(db: Db, id: OrganizationId): Promise<{ name: string; timeZone: string }> {
  return db
    .selectFrom('organization')
    .where('id', '=', id)
    .select(['name', 'time_zone as timeZone'])
    .executeTakeFirstOrThrow()
}

export type OwnName = { readonly givenName: string; readonly patronymic: string; readonly familyName: string }

/** Null for an account that was never told a name. */
export async function findName(db: Db, accountId: AccountId): Promise<OwnName | null> {
  const row = await db
    .selectFrom('account')
    .where('id', '=', accountId)
    .where('given_name', '<>', '')
    .select(['given_name as givenName', 'patronymic', 'family_name as familyName'])
    .executeTakeFirst()
  return row ?? null
}

/** Names an account that has no name yet. */
export async function nameAccount(tx: Tx, accountId: AccountId, name: OwnName): Promise<void> {
  await tx
    .updateTable('account')
    .where('id', '=', accountId)
    .where('given_name', '=', '')
    .set({ given_name: name.givenName, patronymic: name.patronymic, family_name: name.familyName })
    .execute()
}
