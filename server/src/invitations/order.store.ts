import type { InvitationId, InvitationSort, OrganizationId } from '@kolosok/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** As the title on screen names it. */
const WHOM = sql<string>`case invitation.kind
  when 'child' then child.name
  when 'chat' then (
    select coalesce(bound.name, chat.title) from chat left join "group" bound on bound.id = chat.bound_group_id
    where chat.id = invitation.chat_id)
  else coalesce((select invitee.name from invitee where invitee.invitation_id = invitation.id), invitation.position) end`

type Key = 'created' | 'expires' | 'used' | 'whom'

/** Of a query over `invitation` with its `child` joined; the id tells equal ones apart. All but `whom` have their index. */
const keys: Record<Key, readonly RawBuilder<unknown>[]> = {
  created: [sql`invitation.created_at`],
  expires: [sql`invitation.expires_at`],
  used: [sql`coalesce(invitation.last_used_at, timestamptz '-infinity')`],
  // Kind by kind: their titles begin differently.
  whom: [sql`invitation.kind`, WHOM],
}

/** What a list is put in order by, and which rows come after one of them. */
export function orderOf(sort: InvitationSort, organizationId: OrganizationId) {
  const isDown = sort.startsWith('-')
  const by = [...keys[sort.replace('-', '') as Key], sql`invitation.id`]
  return {
    by,
    direction: isDown ? ('desc' as const) : ('asc' as const),
    // The same names as outside, so that the same key means the last row's.
    after: (last: InvitationId) => sql<SqlBool>`(${sql.join(by)}) ${sql.raw(isDown ? '<' : '>')} (
      select ${sql.join(by)} from invitation left join child on child.id = invitation.child_id
      where invitation.id = ${last} and invitation.organization_id = ${organizationId})`,
  }
}
