-- What an organization asks consent for (152-ФЗ, ст. 9): one purpose each, apart from everything else.
create table consent_purpose (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  -- What it began as; `letters`, `parents-write` and `child-photos` switch something of the product off where they are missing.
  template text not null,
  -- For each child by a guardian, of each parent, or of everybody.
  asks text not null check (asks in ('children', 'parents', 'all')),
  -- Of the text; another one asks anew.
  version integer not null default 1,
  created_at timestamptz(3) not null,
  closed_at timestamptz(3)
);
-- Those of an organization, and whether it asks for one of the shipped ones.
create index consent_purpose_by_organization on consent_purpose (organization_id, template);
-- The same is not asked twice.
create unique index consent_purpose_once on consent_purpose (organization_id, template)
  where closed_at is null and template not like '%-other';

-- Every wording there was: what somebody agreed to can be read for good.
create table consent_text (
  purpose_id uuid not null references consent_purpose (id),
  version integer not null,
  title text not null,
  text text not null,
  written_by uuid not null references account (id),
  at timestamptz(3) not null,
  primary key (purpose_id, version)
);

-- What was decided, one after another; the last one counts. Nothing but `replaced_at` ever changes.
create table consent_decision (
  id uuid primary key,
  purpose_id uuid not null,
  version integer not null,
  -- For oneself, or for a child.
  account_id uuid references account (id),
  child_id uuid references child (id),
  unit_id uuid not null generated always as (coalesce(child_id, account_id)) stored,
  kind text not null check (kind in ('given', 'refused', 'withdrawn')),
  -- Who did it on screen, or entered it from paper.
  decided_by uuid not null references account (id),
  -- Whose name stands under the paper; empty for what was given on screen.
  signed_by text not null default '',
  signed_on date check ((signed_on is null) = (signed_by = '')),
  file_id uuid references file (id) check (file_id is null or signed_by <> ''),
  at timestamptz(3) not null,
  replaced_at timestamptz(3),
  check (num_nonnulls(account_id, child_id) = 1),
  foreign key (purpose_id, version) references consent_text (purpose_id, version)
);
-- What holds now: asked by everything that hangs on a consent.
create unique index consent_decision_now on consent_decision (purpose_id, unit_id) where replaced_at is null;
-- Whose scan is this?
create index consent_decision_by_file on consent_decision (file_id) where file_id is not null;

-- Whom a purpose asks now, once for each account that may decide; children of whom nobody is here have no account.
create view consent_unit as
  select distinct p.id as purpose_id, m.account_id as unit_id, m.account_id, null::uuid as child_id
  from consent_purpose p
  join membership m on m.organization_id = p.organization_id and m.ended_at is null
  where p.asks = 'all' or p.asks = 'parents' and m.role = 'parent'
  union all
  select distinct p.id, gc.child_id, m.account_id, gc.child_id
  from consent_purpose p
  join "group" g on g.organization_id = p.organization_id and g.archived_at is null
  join group_child gc on gc.group_id = g.id and gc.until_at is null
  left join (guardianship gs join membership m on m.id = gs.membership_id and m.ended_at is null)
    on gs.child_id = gc.child_id and gs.until_at is null and not gs.is_limited
  where p.asks = 'children';

-- The organization asks for this consent, and has none of this person or child in today's wording.
create function lacks_consent(of_organization uuid, of_template text, of_unit uuid) returns boolean language sql stable as $$
  select exists (
    select from consent_purpose p
    where p.organization_id = of_organization and p.template = of_template and p.closed_at is null
      and not exists (
        select from consent_decision d
        where d.purpose_id = p.id and d.unit_id = of_unit and d.replaced_at is null and d.kind = 'given'
          and d.version = p.version))
$$;

-- Parents write to each other where both have agreed to it, if the organization asks for that.
create or replace view contact as
select a.organization_id, a.account_id as from_account_id, a.id as from_membership_id,
  b.account_id as to_account_id, b.id as to_membership_id
from membership a
join organization o on o.id = a.organization_id
join membership b on b.organization_id = a.organization_id and b.account_id <> a.account_id
where a.ended_at is null and b.ended_at is null and (
  a.is_admin or a.role = 'management'
  or (a.role = 'teacher' and b.role in ('management', 'teacher'))
  or (a.role = 'parent' and b.is_admin)
  or ((a.role = 'teacher' and b.role = 'parent'
      or a.role in ('parent', 'student') and b.role in ('teacher', 'management')
      or a.role = 'parent' and b.role = 'parent' and o.may_parents_write_each_other
        and not lacks_consent(o.id, 'parents-write', a.account_id)
        and not lacks_consent(o.id, 'parents-write', b.account_id))
    and exists (
      select from group_tie x join group_tie y on y.group_id = x.group_id
      where x.membership_id = a.id and y.membership_id = b.id
        and (not x.is_limited or y.side = 'staff') and (not y.is_limited or x.side = 'staff') offset 0)));
