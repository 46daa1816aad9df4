import { randomUUID } from 'node:crypto'
import type { AccountId, CallId, ChatId, GroupId, MessageId, NoticeId } from '@kolosok/contract'
import { sql } from 'kysely'
import type { SeededOrganization } from './organization-seed.ts'
import type { World } from './world.ts'

type Garden = Pick<SeededOrganization, 'id' | 'group' | 'child' | 'teacher' | 'parent'> &
  Record<'admin' | 'head', { readonly accountId: AccountId }>
type Person = { readonly accountId: AccountId; readonly membershipId: string }

const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00Z`)

/** Something of every kind within November, before it, and after the moment that is looked at; and what counts nowhere. */
export async function seedFigures({ db }: World, garden: Garden, now: Date): Promise<GroupId> {
  const groups = [await garden.group('Младшая'), await garden.group('Старшая')]
  const [groupId, emptyGroupId] = groups as [GroupId, GroupId]
  const children = await Promise.all(['Ваня', 'Соня', 'Лев', 'Мира'].map((name) => garden.child(name, groupId)))
  const [joined, invited, , left] = children as string[] as [string, string, string, string]
  const teacher = await garden.teacher({ groups: [groupId] })
  await garden.teacher({ isConfirmed: false })
  const parent = await garden.parent([joined] as never)
  const gone = await garden.teacher()
  await seedStudent(db, garden)

  // Everybody came before, but for one parent; who has gone did so in October.
  await sql`update membership set created_at = ${at('2026-09-01')}, confirmed_at = case when confirmed_at is not null
    then ${at('2026-09-02')}::timestamptz end where organization_id = ${garden.id}`.execute(db)
  await sql`update membership set created_at = ${at('2026-11-03')} where id = ${parent.membershipId}`.execute(db)
  await sql`update membership set ended_at = ${at('2026-10-10')} where id = ${gone.membershipId}`.execute(db)
  for (const table of ['child', 'group', 'organization']) {
    const column = table === 'organization' ? sql`id` : sql`organization_id`
    await sql`update ${sql.table(table)} set created_at = ${at('2026-09-01')} where ${column} = ${garden.id}`.execute(
      db,
    )
  }
  await sql`update group_child set from_at = ${at('2026-09-01')} where group_id = ${groupId}`.execute(db)
  await sql`update guardianship set from_at = ${at('2026-11-03')} where membership_id = ${parent.membershipId}`.execute(
    db,
  )
  await sql`update child set left_at = ${at('2026-10-01')} where id = ${left}`.execute(db)
  await sql`update "group" set archived_at = ${at('2026-09-20')} where id = ${emptyGroupId}`.execute(db)
  await sql`insert into invitation (id, organization_id, kind, child_id, role, token_hash, use_limit, expires_at, created_at,
      created_by)
    values (${randomUUID()}, ${garden.id}, 'child', ${invited}, 'parent', ${Buffer.from(randomUUID())}, 2, ${now},
      ${at('2026-11-05')}, ${teacher.membershipId})`.execute(db)
  await seedTalk(db, garden, groupId, [teacher, parent], now)
  await seedMeetings(db, garden, groupId)
  await seedBroadcasts(db, garden, [teacher, parent], groupId)
  await seedNotice(db, garden, [teacher, parent])
  await seedPosts(db, garden)
  await seedHelp(db, garden, parent)
  return groupId
}

async function seedStudent(db: World['db'], garden: Garden): Promise<void> {
  const id = randomUUID()
  await sql`insert into account (id, given_name) values (${id}, 'Ира')`.execute(db)
  await sql`insert into membership (id, organization_id, account_id, role)
    values (${randomUUID()}, ${garden.id}, ${id}, 'student')`.execute(db)
}

/** Two calls of two in November, one in October; one alone, one that still goes on, one between two people. */
async function seedTalk(db: World['db'], garden: Garden, groupId: string, people: [Person, Person], now: Date) {
  const [chatId, directId] = [randomUUID() as ChatId, randomUUID() as ChatId]
  const [first, second] = people.map(({ accountId }) => accountId).sort() as [AccountId, AccountId]
  await sql`insert into chat (id, organization_id, kind, bound_to, bound_group_id, created_at)
    values (${chatId}, ${garden.id}, 'group', 'group', ${groupId}, ${at('2026-09-01')})`.execute(db)
  // Of the days after the period.
  await sql`insert into chat (id, organization_id, kind, created_at)
    values (${randomUUID()}, ${garden.id}, 'group', ${at('2026-12-01')})`.execute(db)
  await sql`insert into chat (id, organization_id, kind, first_account_id, second_account_id)
    values (${directId}, ${garden.id}, 'direct', ${first}, ${second})`.execute(db)
  const call = async (chat: ChatId, from: Date, minutes: number | null, who: readonly Person[]) => {
    const [id, messageId] = [randomUUID() as CallId, randomUUID() as MessageId]
    const until = minutes === null ? null : new Date(from.getTime() + minutes * 60_000)
    await sql`insert into call (id, chat_id, message_id, started_by, started_at, ended_at, outcome)
      values (${id}, ${chat}, ${messageId}, ${first}, ${from}, ${until}, ${until ? 'ended' : null})`.execute(db)
    for (const { accountId } of who) {
      await sql`insert into call_visit (call_id, participant_sid, account_id, joined_at, left_at)
        values (${id}, ${randomUUID()}, ${accountId}, ${from}, ${until})`.execute(db)
    }
  }
  await call(chatId, at('2026-11-02'), 45, people)
  await call(chatId, at('2026-11-10'), 30, people)
  await call(chatId, at('2026-10-15'), 30, people)
  await call(chatId, at('2026-11-11'), 20, people.slice(0, 1))
  await call(directId, at('2026-11-12'), 60, people)
  await call(chatId, new Date(now.getTime() - 60_000), null, people)
}

/** For one group the hybrid one. In November three that took place, one called off and one to come; one in October. */
async function seedMeetings(db: World['db'], garden: Garden, groupId: GroupId): Promise<void> {
  for (const [kind, startsAt, cancelledAt] of [
    ['online', at('2026-11-03'), null],
    ['hybrid', at('2026-11-05'), null],
    ['in-person', at('2026-11-09'), null],
    ['online', at('2026-11-12'), at('2026-11-11')],
    ['online', at('2026-11-25'), null],
    ['online', at('2026-10-12'), null],
  ] as const) {
    const [audience, groupIds] = kind === 'hybrid' ? ['groups', [groupId]] : ['all', []]
    await sql`insert into meeting (id, organization_id, organizer_id, title, kind, starts_at, ends_at, audience, group_ids,
        cancelled_at)
      values (${randomUUID()}, ${garden.id}, ${garden.admin.accountId}, 'Собрание', ${kind}, ${startsAt},
        ${startsAt}::timestamptz + interval '1 hour', ${audience}, ${groupIds}, ${cancelledAt})`.execute(db)
  }
}

/** For one group those longer than half an hour. Two in November, where one person looked on at both and the host was on the stage; one in October, and one that is on. */
async function seedBroadcasts(
  db: World['db'],
  garden: Garden,
  [teacher, parent]: [Person, Person],
  groupId: GroupId,
): Promise<void> {
  for (const [startedAt, minutes, viewers] of [
    [at('2026-11-06'), 40, [teacher, parent]],
    [at('2026-11-13'), 25, [parent]],
    [at('2026-10-20'), 50, [teacher]],
    [at('2026-11-18', '08:30'), null, [teacher]],
  ] as const) {
    const id = randomUUID()
    const endedAt = minutes === null ? null : new Date(startedAt.getTime() + minutes * 60_000)
    const [audience, groupIds] = (minutes ?? 0) > 30 ? ['groups', [groupId]] : ['all', []]
    await sql`insert into broadcast (id, organization_id, host_id, title, audience, group_ids, state, planned_at, started_at,
        ended_at)
      values (${id}, ${garden.id}, ${garden.head.accountId}, 'Утренник', ${audience}, ${groupIds}, ${endedAt ? 'ended' : 'live'}, ${startedAt},
        ${startedAt}, ${endedAt})`.execute(db)
    await sql`insert into broadcast_person (broadcast_id, account_id, stage, spoke_at)
      values (${id}, ${garden.head.accountId}, 'on', ${startedAt})`.execute(db)
    for (const { accountId } of [garden.head, ...viewers]) {
      await sql`insert into broadcast_visit (broadcast_id, participant_sid, account_id, joined_at, left_at)
        values (${id}, ${randomUUID()}, ${accountId}, ${startedAt}, ${endedAt})`.execute(db)
    }
  }
}

async function seedNotice(db: World['db'], garden: Garden, [teacher, parent]: [Person, Person]): Promise<void> {
  for (const [sentAt, withdrawnAt, audience] of [
    [at('2026-11-04'), null, 'all'],
    [at('2026-10-04'), null, 'all'],
    [at('2026-11-06'), at('2026-11-07'), 'all'],
    // The parent is of the staff besides.
    [at('2026-11-08'), null, 'staff'],
  ] as const) {
    const id = randomUUID() as NoticeId
    await sql`insert into notice (id, organization_id, author_id, title, text, asks, per, audience, deadline_at, sent_at,
        withdrawn_at)
      values (${id}, ${garden.id}, ${garden.admin.accountId}, 'Собрание', '', 'read', 'person', ${audience},
        ${at('2026-11-20')}, ${sentAt}, ${withdrawnAt})`.execute(db)
    for (const [{ accountId }, leftAt] of [
      [teacher, null],
      [parent, null],
      [garden.head, at('2026-11-05')],
    ] as const) {
      await sql`insert into notice_receiver (notice_id, account_id, left_at)
        values (${id}, ${accountId}, ${leftAt})`.execute(db)
    }
    await sql`insert into notice_answer (notice_id, version, unit_id, choice, answered_by, answered_at)
      values (${id}, 1, ${parent.accountId}, 0, ${parent.accountId}, ${at('2026-11-05')})`.execute(db)
  }
}

async function seedPosts(db: World['db'], garden: Garden): Promise<void> {
  await sql`update channel set created_at = ${at('2026-09-01')} where organization_id = ${garden.id}`.execute(db)
  const channelId = randomUUID()
  await sql`insert into channel (id, organization_id, title, audience, created_at)
    values (${channelId}, ${garden.id}, 'Новости', 'all', ${at('2026-09-01')})`.execute(db)
  for (const [seq, publishedAt] of [at('2026-10-30'), at('2026-11-01'), at('2026-11-17')].entries()) {
    await sql`insert into post (id, channel_id, state, seq, text, attachments, author_id, published_at)
      values (${randomUUID()}, ${channelId}, 'published', ${seq + 1}, 'Новость', '[]', ${garden.admin.accountId},
        ${publishedAt})`.execute(db)
  }
}

async function seedHelp(db: World['db'], garden: Garden, { accountId }: Person): Promise<void> {
  for (const [came, solved] of [
    [at('2026-11-05'), at('2026-11-06')],
    [at('2026-11-07'), null],
    [at('2026-10-07'), at('2026-11-08')],
  ] as const) {
    await sql`insert into ticket (id, asker_id, organization_id, desk, subject, state, created_at, changed_at,
        organization_at, solved_at)
      values (${randomUUID()}, ${accountId}, ${garden.id}, 'organization', 'Не вижу', ${solved ? 'solved' : 'new'}, ${came}, ${came},
        ${came}, ${solved})`.execute(db)
  }
  for (const [state, asked, decided] of [
    ['requested', at('2026-11-09'), null],
    ['accepted', at('2026-10-09'), at('2026-10-10')],
  ] as const) {
    await sql`insert into join_request (id, organization_id, account_id, role, state, requested_at, decided_at)
      values (${randomUUID()}, ${garden.id}, ${accountId}, 'teacher', ${state}, ${asked}, ${decided})`.execute(db)
  }
}
