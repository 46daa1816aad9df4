-- An edition that loses its force without another one taking its place: the head's order, from which day on, and why.
alter table local_act_edition
  add column repealed jsonb,
  add column repealed_from date,
  add column repeal_word text not null default '',
  add constraint repeal_is_whole check ((repealed is null) = (repealed_from is null)),
  add constraint repealed_after_force check (repealed_from is null or repealed_from >= in_force_from);

alter table local_act_event drop constraint local_act_event_kind_check;
alter table local_act_event add constraint local_act_event_kind_check
  check (kind in ('begun', 'returned', 'adopted', 'heard', 'approved', 'in-force', 'repealed'));

-- As before; what the next one takes the place of is superseded, whatever was said of it before.
create or replace function local_act_state(edition local_act_edition, today date) returns text language sql stable as $$
  select case
    when edition.in_force_from <= today then case
      when exists (
        select from local_act_edition later
        where later.local_act_id = edition.local_act_id and later.number > edition.number
          and later.in_force_from <= today) then 'superseded'
      when edition.repealed_from <= today then 'repealed'
      else 'in-force' end
    when edition.approved is not null then 'approved'
    when edition.heard is not null then 'heard'
    when edition.adopted is not null then 'adopted'
    else 'draft'
  end
$$;
