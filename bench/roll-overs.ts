import { pathOf, type RollOver, rollOverEndpoints, type RollOverId, type RollOverWay } from '@kolosok/contract'
import pg from 'pg'
import { newId } from '../server/src/platform/new-id.ts'
import type { Things } from '../server/test/large-installation.ts'
import { type Ask, openStopwatch, type Run, type Times } from './timed.ts'

export const BARE_YEAR = 'bare: the rows of a roll-over'
export const rollOverWays: readonly RollOverWay[] = ['together', 'onwards']
export const nameOfYear = (way: RollOverWay) => `roll-over, ${way}`
export const nameOfUndo = (way: RollOverWay) => `roll-over, ${way}, undone`

/** There and back again: everybody is where they were before the next one. */
export async function measureRollOver(ask: Ask, { organizationId }: Things, way: RollOverWay, { times, usage }: Run) {
  const [there, back] = [openStopwatch(usage), openStopwatch(usage)]
  for (let turn = 0; turn < times; turn++) {
    const place = { organizationId, rollOverId: newId<RollOverId>() }
    const { id, digest } = (await ask('PUT', pathOf(rollOverEndpoints.begin, place), { way })) as RollOver
    const applied = pathOf(rollOverEndpoints.apply, { rollOverId: id })
    await there.take(() => ask('PUT', applied, { seen: digest }))
    await back.take(() => ask('DELETE', applied))
  }
  return { there: there.read(), back: back.read() }
}

const TABLES = `
  drop table if exists bare_year_belonging, bare_year_member, bare_year_kept, bare_year_line;
  create table bare_year_belonging (group_id uuid, child_id uuid, until_at timestamptz);
  create unique index on bare_year_belonging (group_id, child_id) where until_at is null;
  insert into bare_year_belonging select gen_random_uuid(), gen_random_uuid() from generate_series(1, 3000);
  create table bare_year_member (chat_id uuid, account_id uuid, primary key (chat_id, account_id));
  create table bare_year_kept (chat_id uuid, account_id uuid, primary key (chat_id, account_id));
  create table bare_year_line (id uuid primary key default uuidv7(), text text);
  vacuum analyze`
const YEAR = `
  begin;
  update bare_year_belonging set until_at = now() where until_at is null;
  insert into bare_year_belonging select gen_random_uuid(), gen_random_uuid() from generate_series(1, 2400);
  insert into bare_year_kept select gen_random_uuid(), gen_random_uuid() from generate_series(1, 6200);
  insert into bare_year_member select gen_random_uuid(), gen_random_uuid() from generate_series(1, 6200);
  insert into bare_year_line (text) select 'moved' from generate_series(1, 4500);
  rollback`

/** The limit: as many rows as a roll-over of this organization writes, with nobody asked and nothing checked. */
export async function measureBareYear(url: string, { times, usage }: Run): Promise<Times> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of TABLES.split(';')) await client.query(statement)
  const watch = openStopwatch(usage)
  for (let turn = 0; turn < times; turn++) await watch.take(() => client.query(YEAR))
  await client.end()
  return watch.read()
}
