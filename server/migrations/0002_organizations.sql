-- The structure of an organization: who belongs where, with dates rather than flags.
create table organization (
  id uuid primary key,
  -- In addresses (/o/:code) and for finding it: short, without look-alikes.
  code text not null unique check (code ~ '^[a-z0-9-]{3,20}$'),
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('kindergarten', 'school', 'additional')),
  inn text not null,
  address text not null default '',
  head_name text not null default '',
  phone text not null default '',
  email text not null default '',
  site text not null default '',
  time_zone text not null default 'Europe/Moscow',
  -- Off unless the organization allows it (product.md, rights).
  may_parents_write_each_other boolean not null default false,
  created_at timestamptz(3) not null default now()
);

create table membership (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  account_id uuid not null references account (id),
  role text not null check (role in ('management', 'teacher', 'parent', 'student')),
  -- «заведующий», «воспитатель», «учитель-логопед»; empty for parents and pupils.
  position text not null default '',
  -- A capability of staff, not a role of its own.
  is_admin boolean not null default false check (not is_admin or role in ('management', 'teacher')),
  -- The one who answers for the organization: «заведующий», «директор».
  is_head boolean not null default false check (not is_head or role = 'management'),
  -- The status «педагог»; until then staff chats only.
  confirmed_at timestamptz(3),
  confirmed_by uuid references account (id),
  created_at timestamptz(3) not null default now(),
  -- Former from then on: no access, history kept.
  ended_at timestamptz(3)
);
-- One account may hold several, also in one organization. Policies ask for them by both.
create index membership_by_account on membership (account_id, organization_id);
-- The people of an organization, and «Педагоги».
create index membership_by_organization on membership (organization_id, role) where ended_at is null;
-- A second parent's or teacher's link adds to the membership that is there.
create unique index membership_once on membership (organization_id, account_id, role) where ended_at is null;
-- An organization has one head.
create unique index membership_head_once on membership (organization_id) where is_head and ended_at is null;

-- «Педагоги» (kind `staff`) is there from the start, once, and can't be deleted or archived.
create table "group" (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('staff', 'class', 'club', 'committee')),
  name text not null,
  -- «младшая», «старшая», «5 класс»; empty where it does not matter.
  age text not null default '',
  programme text not null default '',
  place integer not null default 0,
  created_at timestamptz(3) not null default now(),
  archived_at timestamptz(3) check (archived_at is null or kind <> 'staff')
);
create index group_by_organization on "group" (organization_id, place);
create unique index group_staff_once on "group" (organization_id) where kind = 'staff';

create function keep_staff_group() returns trigger language plpgsql as $$
begin
  if old.kind = 'staff' then raise exception 'the staff group stays'; end if;
  return old;
end $$;
create trigger group_staff_stays before delete on "group" for each row execute function keep_staff_group();

-- Teachers lead groups; specialists are attached to several at once.
create table group_teacher (
  group_id uuid not null references "group" (id),
  membership_id uuid not null references membership (id),
  duty text not null check (duty in ('lead', 'specialist')),
  from_at timestamptz(3) not null default now(),
  until_at timestamptz(3),
  primary key (group_id, membership_id, from_at)
);
-- The groups of one teacher; at most one belonging at a time.
create unique index group_teacher_now on group_teacher (membership_id, group_id) where until_at is null;

create table child (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  -- As the group's teacher writes it; nothing more is required.
  name text not null,
  created_at timestamptz(3) not null default now(),
  left_at timestamptz(3)
);
create index child_by_organization on child (organization_id, name);

create table group_child (
  group_id uuid not null references "group" (id),
  child_id uuid not null references child (id),
  from_at timestamptz(3) not null default now(),
  until_at timestamptz(3),
  primary key (group_id, child_id, from_at)
);
-- The children of a group now, and a child's groups now; at most one belonging at a time.
create unique index group_child_now on group_child (group_id, child_id) where until_at is null;
create index group_child_by_child on group_child (child_id) where until_at is null;

-- Ties a parent's membership to a child. A parent is in a group exactly through a child in it now.
create table guardianship (
  child_id uuid not null references child (id),
  membership_id uuid not null references membership (id),
  -- «мама Вани», as the parent chose.
  label text not null default '',
  from_at timestamptz(3) not null default now(),
  until_at timestamptz(3),
  primary key (child_id, membership_id, from_at)
);
create unique index guardianship_now on guardianship (child_id, membership_id) where until_at is null;
-- Whose parent is this?
create index guardianship_by_membership on guardianship (membership_id) where until_at is null;

-- Who belongs to a group now: what the chats bound to the structure follow. «Педагоги» holds all staff;
-- any other group its confirmed teachers and the guardians of its children.
create view group_member as
  select g.id as group_id, m.account_id, m.id as membership_id, 'staff' as side
  from "group" g
  join membership m on m.organization_id = g.organization_id
  where g.kind = 'staff' and m.role in ('management', 'teacher') and m.ended_at is null
  union all
  select gt.group_id, m.account_id, m.id, 'staff'
  from group_teacher gt
  join membership m on m.id = gt.membership_id
  join "group" g on g.id = gt.group_id
  where gt.until_at is null and m.ended_at is null and m.confirmed_at is not null and g.archived_at is null
  union all
  select gc.group_id, m.account_id, m.id, 'parents'
  from group_child gc
  join guardianship gs on gs.child_id = gc.child_id
  join membership m on m.id = gs.membership_id
  join "group" g on g.id = gc.group_id
  where gc.until_at is null and gs.until_at is null and m.ended_at is null and g.archived_at is null;

-- All that an account is in an organization, its memberships united; what every policy asks first.
create function organization_roles(organization uuid, account uuid) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct held.role), '{}')
  from membership m
  cross join lateral unnest(array_remove(array[
    case when m.role = 'teacher' and m.confirmed_at is null then 'unconfirmed-teacher' else m.role end,
    case when m.is_admin then 'admin' end,
    case when m.is_head then 'head' end
  ], null)) as held(role)
  where m.account_id = account and m.organization_id = organization and m.ended_at is null
$$;

-- People as others see them, by membership: «Мария Сергеевна, воспитатель», «Елена Кузнецова, мама Вани».
-- Former members keep the name and the label they had: what they wrote stays readable.
create view person as
  select m.id as membership_id, m.organization_id, m.account_id, m.role,
    coalesce(nullif(btrim(case
      when m.role in ('management', 'teacher') and a.patronymic <> '' then a.given_name || ' ' || a.patronymic
      else a.given_name || ' ' || a.family_name
    end), ''), '?') as name,
    case
      when m.role <> 'parent' then m.position
      else coalesce((
        select string_agg(distinct gs.label, ', ') filter (where gs.label <> '')
        from guardianship gs
        where gs.membership_id = m.id and gs.until_at is null
      ), '')
    end as label,
    m.role in ('management', 'teacher') and m.confirmed_at is not null as is_confirmed
  from membership m
  join account a on a.id = m.account_id;
