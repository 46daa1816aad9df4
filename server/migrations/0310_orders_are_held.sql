-- The order of an application is held as well: an upload that raced with its submission let go of it, and the sweep, which
-- may not delete what is referred to, took nothing at all from then on.
create index application_by_order on application (order_file_id);

create or replace function file_is_shared(of_file uuid) returns boolean language sql stable as $$
  select exists (select from material_version v where v.file_id = of_file)
    or exists (select from message_file f where f.file_id = of_file)
    or exists (select from application a where a.order_file_id = of_file)
$$;
