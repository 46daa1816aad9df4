import type { OrganizationId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'

export type Ownerless = {
  readonly organizationId: OrganizationId
  readonly what: 'group' | 'substitution' | 'invitation' | 'mailing' | 'chat' | 'organization'
  readonly id: string
}

// Each begins at what is open now, and asks whether whom it hangs on is here still.
const OWNERLESS = `
  select m.organization_id as "organizationId", 'group' as what, t.group_id as id
  from group_teacher t join membership m on m.id = t.membership_id
  where t.until_at is null and m.ended_at is not null
  union all
  select m.organization_id, 'substitution', s.id
  from substitution s join membership m on m.id = s.membership_id
  where s.ended_at is null and s.followed <> 'over' and m.ended_at is not null
  union all
  select i.organization_id, 'invitation', i.id
  from invitation i join membership m on m.id = i.created_by
  where i.revoked_at is null and i.tidied_at is null and i.uses < i.use_limit and i.expires_at > $1
    and m.ended_at is not null
  union all
  select m.organization_id, 'mailing', m.id
  from mailing m
  where m.stopped_at is null
    and exists (select from invitation_delivery d where d.mailing_id = m.id and d.state in ('waiting', 'sending'))
    and not exists (
      select from membership w where w.account_id = m.created_by and w.organization_id = m.organization_id
        and w.ended_at is null and w.role in ('management', 'teacher'))
  union all
  select c.organization_id, 'chat', c.id
  from chat c
  where c.owner_id is not null and c.state = 'open' and not exists (
    select from membership w where w.account_id = c.owner_id and w.organization_id = c.organization_id
      and w.ended_at is null and w.role in ('management', 'teacher'))
  union all
  select o.id, 'organization', o.id
  from organization o
  where not exists (
    select from membership m where m.organization_id = o.id and m.is_admin and m.ended_at is null)`

/** Whatever hangs on somebody who is here no more, and organizations without an administrator. */
export const listOwnerless = (db: Db, now: Date): Promise<Ownerless[]> => runSql<Ownerless>(db, OWNERLESS, [now])
