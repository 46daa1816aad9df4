import { childEndpoints, pathOf } from '@kolosok/contract'
import pg from 'pg'
import { large, type Things } from '../server/test/large-installation.ts'
import { type Ask, type Run, time, type Times } from './timed.ts'

export const MOVE = 'one child moved, chats following'
export const BARE_MOVE = 'bare: the rows of a move'

/** Another child each turn, into the next group: both parents leave one chat and come into another. */
export function measureMoves(ask: Ask, { childId, groupId }: Things, run: Run): Promise<Times> {
  const moved = new Map<number, number>()
  const placeOf = (child: number) => moved.get(child) ?? Math.floor((child - 1) / large.childrenPerGroup) + 1
  return time(run, async (turn) => {
    const child = ((turn * 37) % (large.groups * large.childrenPerGroup)) + 1
    const [from, to] = [placeOf(child), (placeOf(child) % large.groups) + 1]
    const body = { fromGroupId: groupId(from), toGroupId: groupId(to) }
    await ask('POST', pathOf(childEndpoints.move, { childId: childId(child) }), body)
    moved.set(child, to)
  })
}

const TABLES = `
  drop table if exists bare_belonging, bare_member, bare_chat, bare_line;
  create table bare_belonging (child_id uuid, group_id uuid, until_at timestamptz);
  create unique index on bare_belonging (child_id, group_id) where until_at is null;
  create table bare_member (chat_id uuid, account_id uuid, primary key (chat_id, account_id));
  create table bare_chat (id uuid primary key, rev int not null default 0);
  create table bare_line (id uuid primary key default uuidv7(), about uuid, text text)`

/** The limit: the rows that a move has to write, in tables that hold nothing else, with nobody asked and nothing checked. */
export async function measureBareMoves(url: string, { childId, groupId, accounts }: Things, measured: Run) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(TABLES)
  const guardians = [accounts.parent, accounts.teacher]
  const taken = await time(measured, async (turn) => {
    const [child, from, to] = [childId(turn + 1), groupId((turn % 99) + 1), groupId((turn % 99) + 2)]
    const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
    await client.query('begin')
    await run('a', 'update bare_belonging set until_at = now() where child_id = $1 and until_at is null', [child])
    await run('b', 'insert into bare_belonging values ($1, $2)', [child, to])
    await run('c', 'delete from bare_member where chat_id = $1 and account_id = any($2::uuid[])', [from, guardians])
    await run('d', 'insert into bare_member select $1, unnest($2::uuid[]) on conflict do nothing', [to, guardians])
    await run('e', 'update bare_chat set rev = rev + 1 where id = any($1::uuid[])', [[from, to]])
    await run('f', "insert into bare_line (about, text) select unnest($1::uuid[]), 'moved'", [[child, from, to]])
    await client.query('commit')
  })
  await client.end()
  return taken
}
