import { createHash, randomBytes } from 'node:crypto'
import {
  type AccountId,
  type ChildId,
  type GroupId,
  kindergartenAges,
  type MembershipId,
  type OrganizationId,
} from '@kolosok/contract'
import { sql } from 'kysely'
import { hashSessionToken } from '#identity/index.ts'
import type { Db } from '#platform/db.ts'
import type { Secrets } from '#platform/secrets.ts'

/** How large an organization is; what is not said follows from it. */
export type Size = {
  readonly groups: number
  readonly childrenPerGroup: number
  readonly guardiansPerChild: number
  readonly staff: number
  readonly directChats: number
  readonly journalEntries: number
}

/** 100 groups, 3,000 children, 6,000 parents. */
export const large: Size = {
  groups: 100,
  childrenPerGroup: 30,
  guardiansPerChild: 2,
  staff: 260,
  directChats: 1_000,
  journalEntries: 30_000,
}
/** 300 people, 12 groups and 20 chats. */
export const usual: Size = {
  groups: 12,
  childrenPerGroup: 12,
  guardiansPerChild: 2,
  staff: 24,
  directChats: 7,
  journalEntries: 300,
}

/**
 * Organizations number `from` to `until`, of one size, in a dozen statements. Every id follows from what it is of, so
 * that nothing has to be read back: `seed_id('child', organization, place)`.
 */
export async function seedOrganizations(db: Db, { from, until, size }: { from: number; until: number; size: Size }) {
  await prepare(db)
  const { groups, childrenPerGroup, guardiansPerChild, staff, journalEntries } = size
  const children = groups * childrenPerGroup
  const parents = children * guardiansPerChild
  const each = (count: number) =>
    sql`from generate_series(${from}::int, ${until}::int) o cross join generate_series(1, ${count}::int) n`

  await db.transaction().execute(async (tx) => {
    // What is made here is consistent as it stands; half of the time would go into asking.
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`insert into organization (id, code, name, short_name, kind, inn)
      select seed_id('organization', o, 0), 'sad-' || o, 'МБДОУ детский сад № ' || o, '№ ' || o, 'kindergarten', '7707083893'
      from generate_series(${from}::int, ${until}::int) o`.execute(tx)
    await sql`insert into account (id, given_name, patronymic, family_name, phone)
      select seed_id('staff', o, n), seed_given(n), 'Игоревна', seed_family(o * 7 + n), null ${each(staff)}
      union all
      select seed_id('parent', o, n), seed_given(n * 3), 'Петрович', seed_family(o * 11 + n), null ${each(parents)}
    `.execute(tx)
    // Named as the trigger would, which sleeps now.
    await sql`insert into membership (id, organization_id, account_id, role, position, is_admin, is_head, confirmed_at,
        confirmed_by, name, full_name)
      select seed_id('staff-membership', o, n), seed_id('organization', o, 0), seed_id('staff', o, n),
        case when n = 2 then 'management' else 'teacher' end,
        case when n = 2 then 'заведующий' else 'воспитатель' end, n = 1, n = 2,
        case when n % 40 <> 0 then now() end, seed_id('staff', o, 2), seed_given(n) || ' Игоревна',
        seed_family(o * 7 + n) || ' ' || seed_given(n) || ' Игоревна' ${each(staff)}
      union all
      select seed_id('parent-membership', o, n), seed_id('organization', o, 0), seed_id('parent', o, n), 'parent', '',
        false, false, null, null, seed_given(n * 3) || ' ' || seed_family(o * 11 + n),
        seed_family(o * 11 + n) || ' ' || seed_given(n * 3) || ' Петрович' ${each(parents)}
    `.execute(tx)
    // As many of each age, the youngest first, so that a year can roll over.
    await sql`insert into "group" (id, organization_id, kind, name, age, place)
      select seed_id('group', o, 0), seed_id('organization', o, 0), 'staff', 'Педагоги', '', 0
      from generate_series(${from}::int, ${until}::int) o
      union all
      select seed_id('group', o, n), seed_id('organization', o, 0), 'class', 'Группа № ' || n,
        (${[...kindergartenAges]}::text[])[(n - 1) * ${kindergartenAges.length} / ${groups} + 1], n ${each(groups)}
    `.execute(tx)
    // Two teachers lead each group, the sixth of the staff the first one; the first of the staff is the administrator, the second the head.
    await sql`insert into group_teacher (group_id, membership_id, duty)
      select seed_id('group', o, n), seed_id('staff-membership', o, 3 + (n * 2 + lead) % (${staff}::int - 2)), 'lead'
      ${each(groups)} cross join generate_series(1, 2) lead
      on conflict do nothing`.execute(tx)
    await sql`insert into child (id, organization_id, name)
      select seed_id('child', o, n), seed_id('organization', o, 0), seed_family(n) || ' ' || seed_given(n)
      ${each(children)}`.execute(tx)
    await sql`insert into group_child (organization_id, group_id, child_id)
      select seed_id('organization', o, 0), seed_id('group', o, (n - 1) / ${childrenPerGroup} + 1), seed_id('child', o, n) ${each(children)}`.execute(
      tx,
    )
    await sql`insert into guardianship (organization_id, child_id, membership_id, label)
      select seed_id('organization', o, 0), seed_id('child', o, (n - 1) / ${guardiansPerChild} + 1), seed_id('parent-membership', o, n), 'мама Вани'
      ${each(parents)}`.execute(tx)
    await sql`insert into invitation (id, organization_id, kind, child_id, role, token_hash, use_limit, uses, expires_at,
        created_at, created_by)
      select seed_id('invitation', o, n), seed_id('organization', o, 0), 'child', seed_id('child', o, n), 'parent',
        sha256(uuid_send(seed_id('invitation', o, n))), 2, n % 3, now() + interval '10 days' - n % 12 * interval '1 day',
        now() - n * interval '1 minute', seed_id('staff-membership', o, 1) ${each(children)}`.execute(tx)
    await sql`insert into invitation_use (invitation_id, account_id, membership_id)
      select seed_id('invitation', o, (n - 1) / ${guardiansPerChild} + 1), seed_id('parent', o, n),
        seed_id('parent-membership', o, n) ${each(parents)}
      on conflict do nothing`.execute(tx)
    await sql`insert into audit_entry (id, organization_id, account_id, action, subject_kind, subject_id, details, at)
      select uuidv7(-n * interval '1 minute'), seed_id('organization', o, 0), seed_id('staff', o, n % 3 + 1),
        (array['child.added', 'invitation.created', 'group.teacher-attached', 'membership.created'])[n % 4 + 1],
        'membership', seed_id('parent-membership', o, n % ${parents} + 1),
        jsonb_build_object('membershipId', seed_id('staff-membership', o, n % ${staff} + 1)),
        now() - n * interval '1 minute' ${each(journalEntries)}`.execute(tx)
    await seedChats(tx, { from, until, size })
  })
}

/** As after the first night: what the autovacuum would have done by then. */
export async function settle(db: Db): Promise<void> {
  await sql`vacuum analyze`.execute(db)
}

async function seedChats(db: Db, { from, until, size }: { from: number; until: number; size: Size }): Promise<void> {
  const each = (count: number) =>
    sql`from generate_series(${from}::int, ${until}::int) o cross join generate_series(1, ${count}::int) n`
  await sql`insert into chat (id, organization_id, kind, bound_to, bound_group_id, newcomers_see, last_seq, rev, changed_at)
    select seed_id('chat', o, n - 1), seed_id('organization', o, 0), 'group', case n when 1 then 'staff' else 'group' end,
      seed_id('group', o, n - 1), case n when 1 then 'all' else 'from-joining' end, 20, 20,
      now() - interval '1 day' ${each(size.groups + 1)}
  `.execute(db)
  await sql`insert into chat_member (chat_id, account_id, membership_id, role, is_staff, joined_rev)
    select c.id, g.account_id, g.membership_id,
      case when m.is_admin or g.side = 'staff' and (c.bound_to = 'group' or m.role = 'management')
        then 'moderator' else 'member' end, g.side = 'staff', 1
    from generate_series(${from}::int, ${until}::int) o
    join chat c on c.organization_id = seed_id('organization', o, 0)
    join group_member g on g.group_id = c.bound_group_id
    join membership m on m.id = g.membership_id
    on conflict do nothing`.execute(db)
  // A parent writes to the first teacher of the child's group.
  const parents = size.groups * size.childrenPerGroup * size.guardiansPerChild
  const ofGroup = size.childrenPerGroup * size.guardiansPerChild
  await sql`with two as (
      select o, n, seed_id('direct', o, n) as chat_id, p.account_id as parent, p.id as parent_membership,
        t.account_id as teacher, t.id as teacher_membership
      ${each(size.directChats)}
      join membership p on p.id = seed_id('parent-membership', o, (n - 1) % ${parents} + 1)
      join lateral (select m.* from group_teacher gt join membership m on m.id = gt.membership_id
        where gt.group_id = seed_id('group', o, (n - 1) % ${parents} / ${ofGroup} + 1) limit 1) t on true
    ), made as (
      insert into chat (id, organization_id, kind, first_account_id, second_account_id, last_seq, rev,
        changed_at)
      select chat_id, seed_id('organization', o, 0), 'direct', least(parent, teacher), greatest(parent, teacher), 20, 20,
        now() - interval '1 day'
      from two)
    insert into chat_member (chat_id, account_id, membership_id, role, is_staff)
    select chat_id, parent, parent_membership, 'member', false from two
    union all
    select chat_id, teacher, teacher_membership, 'member', true from two`.execute(db)
  await sql`insert into message (id, chat_id, seq, rev, author_id, membership_id, text, sent_at)
    select uuidv7(-seq * interval '1 hour'), c.id, seq, seq, m.account_id, m.membership_id,
      'Завтра в 17:00 собрание, просьба не опаздывать', now() - (20 - seq) * interval '1 hour'
    from generate_series(${from}::int, ${until}::int) o
    join chat c on c.organization_id = seed_id('organization', o, 0)
    cross join generate_series(1, 20) seq
    cross join lateral (select account_id, membership_id from chat_member where chat_id = c.id limit 1) m`.execute(db)
}

/** Names as they are spread in life: some come by the hundred, each parent's only a few times. */
async function prepare(db: Db): Promise<void> {
  await sql`create or replace function seed_id(kind text, organization int, place int) returns uuid
    language sql immutable parallel safe as $$ select overlay(overlay(md5(kind || ':' || organization || ':' || place) placing '4' from 13) placing '8' from 17)::uuid $$`.execute(
    db,
  )
  await sql`create or replace function seed_given(n int) returns text language sql immutable parallel safe as $$
    select (array['Анна', 'Мария', 'Елена', 'Ольга', 'Дарья', 'Фёдор', 'Иван', 'Пётр', 'София', 'Тимофей'])[n % 10 + 1]
    $$`.execute(db)
  await sql`create or replace function seed_family(n int) returns text language sql immutable parallel safe as $$
    select (array['Иванова', 'Ёлкина', 'Смирнова', 'Кузнецова', 'Попова', 'Васильева', 'Соколова', 'Миронова', 'Зуева',
      'Лебедева', 'Козлова', 'Новикова', 'Морозова', 'Волкова', 'Зайцева', 'Павлова', 'Тарасова', 'Белова', 'Киселёва',
      'Жукова'])[n % 20 + 1] || case when n % 3 = 0 then '-' || chr(1040 + n % 32) || 'рова' else '' end
    $$`.execute(db)
}

/** The same as `seed_id`. */
function seedId(kind: string, organization: number, place: number): string {
  const hex = createHash('md5')
    .update(`${kind}:${String(organization)}:${String(place)}`)
    .digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-')
}

/** What a run asks about in one organization. */
export function thingsOf(organization: number) {
  const id = (kind: string, place: number) => seedId(kind, organization, place)
  return {
    organizationId: id('organization', 0) as OrganizationId,
    groupId: (place: number) => id('group', place) as GroupId,
    childId: (place: number) => id('child', place) as ChildId,
    staffId: (place: number) => id('staff-membership', place) as MembershipId,
    parentId: (place: number) => id('parent-membership', place) as MembershipId,
    accounts: {
      admin: id('staff', 1) as AccountId,
      teacher: id('staff', 6) as AccountId,
      parent: id('parent', 1) as AccountId,
    },
  }
}
export type Things = ReturnType<typeof thingsOf>

/** Signs an account in: the cookie. */
export async function signIn(db: Db, secrets: Secrets, accountId: AccountId): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = hashSessionToken({ secrets }, token)
  await sql`insert into session (id, account_id, token_hash) values (gen_random_uuid(), ${accountId}, ${hash})`.execute(
    db,
  )
  return `session=${token}`
}
