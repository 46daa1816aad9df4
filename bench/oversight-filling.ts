import pg from 'pg'

const BATCH = 500_000

/**
 * A year of use in an installation that has people and chats: so many messages over all chats, and in every organization
 * calls, meetings, broadcasts, notices with their answers, and posts. By statements, what is said beside what is done.
 */
export async function fillWithUse(url: string, messages: number): Promise<void> {
  await Promise.all([connected(url, (client) => fillMessages(client, messages)), connected(url, fillEvents)])
  await connected(url, async (client) => {
    await client.query('vacuum analyze')
  })
}

async function connected(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('set synchronous_commit = off')
  // What is made here is consistent as it stands.
  await client.query('set session_replication_role = replica')
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function fillEvents(client: pg.Client): Promise<void> {
  // Two calls a week in each of an organization's first groups.
  await client.query(`insert into call (id, chat_id, message_id, started_by, started_at, ended_at, outcome)
      select gen_random_uuid(), c.id, gen_random_uuid(), m.account_id, at, at + interval '35 minutes', 'ended'
      from (select id, organization_id, row_number() over (partition by organization_id order by id) as place
        from chat where kind = 'group') c
      cross join lateral (select account_id from chat_member where chat_id = c.id limit 1) m
      cross join lateral (
        select date_trunc('hour', now()) - n * interval '3 days 12 hours' as at from generate_series(1, 104) n) held
      where place <= 4`)
  await client.query(`insert into call_visit (call_id, participant_sid, account_id, joined_at, left_at)
      select call.id, gen_random_uuid()::text, m.account_id, started_at, ended_at
      from call cross join lateral (select account_id from chat_member where chat_id = call.chat_id limit 12) m`)
  // A meeting a week, and a broadcast each month that sixty look on at.
  await client.query(`insert into meeting (id, organization_id, organizer_id, title, kind, starts_at, ends_at, audience)
      select gen_random_uuid(), o.id, m.account_id, 'Планёрка', 'online', at, at + interval '1 hour', 'staff'
      from organization o
      cross join lateral (select account_id from membership where organization_id = o.id and is_admin limit 1) m
      cross join lateral (
        select date_trunc('hour', now()) - n * interval '1 week' as at from generate_series(1, 52) n) held`)
  await client.query(`insert into broadcast (id, organization_id, host_id, title, audience, state, planned_at, started_at,
        ended_at, peak)
      select gen_random_uuid(), o.id, m.account_id, 'Утренник', 'parents', 'ended', at, at, at + interval '40 minutes', 60
      from organization o
      cross join lateral (select account_id from membership where organization_id = o.id and is_admin limit 1) m
      cross join lateral (
        select date_trunc('hour', now()) - n * interval '30 days' as at from generate_series(1, 12) n) held`)
  await client.query(`insert into broadcast_visit (broadcast_id, participant_sid, account_id, joined_at, left_at)
      select b.id, gen_random_uuid()::text, m.account_id, started_at, ended_at
      from broadcast b cross join lateral (
        select account_id from membership where organization_id = b.organization_id and role = 'parent' limit 60) m`)
  // A notice each fortnight to all parents.
  await client.query(`insert into notice (id, organization_id, author_id, title, text, asks, per, audience, deadline_at, sent_at)
      select gen_random_uuid(), o.id, m.account_id, 'Собрание', '', 'read', 'person', 'parents',
        now() - n * interval '2 weeks' + interval '3 days', now() - n * interval '2 weeks'
      from organization o
      cross join lateral (select account_id from membership where organization_id = o.id and is_admin limit 1) m
      cross join generate_series(1, 26) n`)
  await client.query(`insert into notice_receiver (notice_id, account_id)
      select n.id, m.account_id from notice n
      join membership m on m.organization_id = n.organization_id and m.role = 'parent'
      order by n.id, m.account_id`)
  await client.query(`insert into notice_answer (notice_id, version, unit_id, choice, answered_by, answered_at)
      select r.notice_id, 1, r.unit_id, 0, r.account_id, n.sent_at + interval '1 hour'
      from notice_receiver r join notice n on n.id = r.notice_id where abs(hashtext(r.account_id::text)) % 5 > 0
      order by r.notice_id, r.unit_id`)
  await client.query(`insert into channel (id, organization_id, title, audience)
      select gen_random_uuid(), id, 'Новости', 'all' from organization`)
  await client.query(`insert into post (id, channel_id, state, seq, text, attachments, author_id, published_at)
      select gen_random_uuid(), c.id, 'published', n, 'Новость', '[]', gen_random_uuid(), now() - n * interval '2 days'
      from channel c cross join generate_series(1, 180) n where c.title = 'Новости'`)
}

/** Behind what each chat holds already, as many in each. */
async function fillMessages(client: pg.Client, messages: number): Promise<void> {
  const { rows } = await client.query<{ chats: number }>('select count(*)::int as chats from chat')
  const chats = rows[0]?.chats ?? 1
  const each = Math.ceil(messages / chats)
  const many = Math.max(1, Math.floor(BATCH / each))
  for (let from = 0; from < chats; from += many) {
    await client.query(`
      insert into message (id, chat_id, seq, rev, author_id, text, sent_at)
      select uuidv7(-n * interval '1 minute'), c.id, c.last_seq + n, c.rev + n, c.id,
        'Завтра в 17:00 собрание, просьба не опаздывать', now() - (${String(each)} - n) * interval '1 minute'
      from (select id, last_seq, rev from chat order by id offset ${String(from)} limit ${String(many)}) c
      cross join generate_series(1, ${String(each)}::int) n`)
  }
  await client.query(`update chat set last_seq = last_seq + ${String(each)}, rev = rev + ${String(each)}`)
}
