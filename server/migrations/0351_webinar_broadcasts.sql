-- A webinar is held as a broadcast, which belongs to it and to no organization.
alter table broadcast
  alter column organization_id drop not null,
  add column webinar_id uuid unique references webinar (id),
  add constraint broadcast_of_one check ((organization_id is null) <> (webinar_id is null));

-- Of a webinar those look on who hold a seat, at this moment.
create or replace view broadcast_viewer as
  select b.id as broadcast_id, r.account_id, r.membership_id
  from broadcast b
  cross join lateral audience_members(b.organization_id, b.audience, b.group_ids) r
  union all
  select b.id, a.account_id, null::uuid
  from broadcast b
  join webinar_attendee a on a.webinar_id = b.webinar_id and a.state = 'registered';

-- What people in a broadcast call each other: staff as staff, though a child of theirs is here too; in a webinar, where
-- they are of many organizations, as they registered, and where they are from.
create function broadcast_names(of_broadcast uuid, of_account uuid)
returns table (name text, label text, is_confirmed boolean) language sql stable as $$
  (select p.name, p.label, p.is_confirmed
   from broadcast b
   join membership m on m.organization_id = b.organization_id and m.account_id = of_account
   join person p on p.membership_id = m.id
   where b.id = of_broadcast
   order by m.ended_at is not null, m.role in ('parent', 'student') limit 1)
  union all
  select
    coalesce(r.name, nullif(concat_ws(' ', nullif(a.given_name, ''), nullif(a.patronymic, '')), ''), '?'),
    coalesce((
      select o.short_name from webinar_audience w join organization o on o.id = w.organization_id
      where w.webinar_id = b.webinar_id and w.account_id = of_account
      order by o.short_name limit 1), ''),
    false
  from broadcast b
  join account a on a.id = of_account
  left join webinar_registration r on r.webinar_id = b.webinar_id and r.account_id = of_account
  where b.id = of_broadcast and b.webinar_id is not null
$$;
