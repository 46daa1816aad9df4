import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CLOSING_DAYS, type RetentionKind } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createTasks } from '../src/tasks.ts'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'

// Whatever the database itself writes down now lies far back.
const DAY = 24 * 3600 * 1000
const NOW = new Date(Date.now() + 200 * DAY)

let world: ChatWorld
let operator: ChatPerson
beforeAll(async () => {
  world = await createChatWorld({ clock: () => NOW })
  operator = await world.person()
  await world.db.insertInto('operator').values({ account_id: operator.accountId }).execute()
})
afterAll(() => world.close())

type Preview = { kinds: { kind: RetentionKind; count: number }[] }
const preview = async () =>
  Object.fromEntries(
    (await operator.request({ url: '/api/retention' })).json<Preview>().kinds.map(({ kind, count }) => [kind, count]),
  )

const certificates = ['222222222222', '333333333333']

/** One of each kind, so many days before the clock. */
async function seed(daysAgo: number): Promise<void> {
  const { accountId, membershipId } = operator
  const at = new Date(NOW.getTime() - daysAgo * DAY)
  const [invitation, mailing, archive] = [newId(), newId(), newId()]
  const { organizationId } = world
  const run = (statement: ReturnType<typeof sql>) => statement.execute(world.db)
  await run(sql`insert into file (id, name, size, created_at) values (${newId()}, 'x', 1, ${at})`)
  await run(sql`
    insert into sign_in_code (id, phone, way, code_hash, created_at, expires_at)
    values (${newId()}, '+79160000000', 'sms', '\\x00', ${at}, ${at})`)
  await run(sql`
    insert into import (id, organization_id, state, cells, heading_lines, titles, meanings, created_at, created_by)
    values (${newId()}, ${organizationId}, 'applied', '[["Ваня"]]', 0, '{}', '{}', ${at}, ${accountId})`)
  await run(sql`
    insert into invitation (id, organization_id, kind, role, token_hash, use_limit, expires_at, created_by)
    values (${invitation}, ${organizationId}, 'staff', 'teacher', ${Buffer.from(invitation)}, 1, ${at}, ${membershipId})`)
  await run(sql`insert into invitee (invitation_id, name) values (${invitation}, 'Анна')`)
  await run(sql`
    insert into mailing (id, organization_id, purpose, created_by) values (${mailing}, ${organizationId}, 'invite', ${accountId})`)
  await run(sql`
    insert into invitation_delivery (mailing_id, place, invitation_id, way, address, state, due_at, changed_at)
    values (${mailing}, 1, ${invitation}, 'email', 'a@example.ru', 'sent', ${at}, ${at})`)
  await run(sql`
    insert into roll_over (id, organization_id, state, way, created_by, applied_at, traces)
    values (${newId()}, ${organizationId}, 'applied', 'together', ${accountId}, ${at}, '{"left": []}')`)
  await run(sql`
    insert into mailed_application (token_hash, form, other_files, at)
    values (${Buffer.from(newId())}, '{}', '{}', ${at})`)
  await run(sql`
    insert into data_export (id, account_id, state, asked_at, ended_at) values (${archive}, ${accountId}, 'ready', ${at}, ${at})`)
  // One whose file is gone would go with the first sweep.
  const archives = join(world.context.config.dataFolder, 'exports')
  await mkdir(archives, { recursive: true })
  await writeFile(join(archives, `${archive}.zip`), '')
  const broadcast = newId()
  await run(sql`
    insert into broadcast (id, organization_id, host_id, title, audience, state, planned_at, started_at, ended_at)
    values (${broadcast}, ${organizationId}, ${accountId}, 'Собрание', 'all', 'ended', ${at}, ${at}, ${at})`)
  await run(sql`
    insert into broadcast_question (id, broadcast_id, account_id, text, asked_at)
    values (${newId()}, ${broadcast}, ${accountId}, 'Когда?', ${at})`)
  await run(sql`
    insert into broadcast_message (id, broadcast_id, seq, account_id, text, said_at)
    values (${newId()}, ${broadcast}, 1, ${accountId}, 'Слышно', ${at})`)
  await run(sql`
    insert into recording (id, owner, room, organization_id, title, state, started_by, started_at, stopped_at)
    values (${newId()}, 'broadcast', ${broadcast}, ${organizationId}, 'Собрание', 'ready', ${accountId}, ${at}, ${at})`)
  const [meeting, link] = [newId(), newId()]
  await run(sql`
    insert into meeting (id, organization_id, organizer_id, title, kind, starts_at, ends_at)
    values (${meeting}, ${organizationId}, ${accountId}, 'Собрание', 'online', ${at}, ${new Date(at.getTime() + 1)})`)
  await run(sql`
    insert into guest_link (id, meeting_id, token_hash, max_guests, made_by, made_at)
    values (${link}, ${meeting}, ${Buffer.from(link)}, 1, ${accountId}, ${at})`)
  await run(sql`
    insert into guest (id, link_id, meeting_id, key_hash, name, came_at)
    values (${newId()}, ${link}, ${meeting}, ${Buffer.from(newId())}, 'Анна', ${at})`)
  // Kept for longer than the others.
  await run(sql`
    insert into article_vote (id, article, is_helpful, at)
    select ${newId()}, min(name), true, ${new Date(NOW.getTime() - 10 * daysAgo * DAY)} from article`)
  const webinar = newId()
  const over = new Date(NOW.getTime() - 10 * daysAgo * DAY)
  await run(sql`
    insert into webinar (id, announced_by, title, kind, starts_at, ends_at, time_zone, roles, state)
    values (${webinar}, ${accountId}, 'Первые шаги', 'online', ${new Date(over.getTime() - 1)}, ${over}, 'Europe/Moscow', '{head}', 'published')`)
  for (const place of ['with a certificate', 'without']) {
    const attendee = (await world.person()).accountId
    await run(sql`
      insert into webinar_registration (webinar_id, account_id, name, state, asked_at)
      values (${webinar}, ${attendee}, 'Анна', 'registered', ${over})`)
    if (place === 'without') continue
    await run(sql`
      insert into certificate (number, webinar_id, account_id, name, organization, title, kind, held_on, minutes, issued_at)
      values (${certificates.pop()}, ${webinar}, ${attendee}, 'Анна', '', 'Первые шаги', 'online', ${over}, 45, ${over})`)
  }
  // One of its own: whatever else was seeded would go along.
  const closed = newId()
  await run(sql`
    insert into organization (id, code, name, short_name, kind, inn, closed_at)
    values (${closed}, ${`c${closed.slice(-8)}`}, 'Закрытый', 'Закрытый', 'kindergarten', '7707083893', ${at})`)
  await run(sql`
    insert into closing (id, organization_id, name, closed_by, closed_at, erase_at)
    values (${newId()}, ${closed}, 'Закрытый', ${accountId}, ${at}, ${new Date(at.getTime() + CLOSING_DAYS * DAY)})`)
  const chat = newId()
  await run(sql`
    insert into chat (id, organization_id, kind) values (${chat}, ${organizationId}, 'group')`)
  await run(sql`insert into chat_member (chat_id, account_id, role) values (${chat}, ${accountId}, 'member')`)
  await run(sql`
    insert into scheduled_message (id, chat_id, author_id, text, is_silent, send_at, refused_with)
    values (${newId()}, ${chat}, ${accountId}, 'Завтра собрание', false, ${at}, 'chat-read-only')`)
  const folder = newId()
  await run(sql`
    insert into material_folder (id, organization_id, programme, title, place)
    values (${folder}, ${organizationId}, 'Детство', 'Музыка', 1)`)
  await run(sql`
    insert into material (id, folder_id, title, link, place, added_by, changed_at, deleted_at)
    values (${newId()}, ${folder}, 'Песенка', 'https://example.org', 1, ${accountId}, ${at}, ${at})`)
  await run(sql`
    insert into account_deletion (number, account_id, at, token_hash, act)
    select count(*) + 1, ${(await world.person()).accountId}, ${at}, ${Buffer.from(newId())}, '\\x00' from account_deletion`)
}

test('the preview names what each sweep then takes, no more and no less', async () => {
  const nothing = await preview()
  expect(new Set(Object.values(nothing))).toEqual(new Set([0]))
  await seed(0.5)
  expect(await preview()).toEqual(nothing)
  await seed(100)
  expect(await preview()).toEqual(Object.fromEntries(Object.keys(nothing).map((kind) => [kind, 1])))

  for (const { cron, run } of Object.values(createTasks(world.context))) if (cron !== undefined) await run({})
  expect(await preview()).toEqual(nothing)
  const kept = await sql<{ count: number }>`
    select (select count(*) from file where attached_at is null) + (select count(*) from sign_in_code)
      + (select count(*) from scheduled_message) + (select count(*) from import where cells <> '[]') + (select count(*) from invitee)
      + (select count(*) from invitation_delivery where address <> '') + (select count(*) from roll_over where traces is not null)
      + (select count(*) from mailed_application) + (select count(*) from article_vote) + (select count(*) from broadcast_question) + (select count(*) from broadcast_message) + (select count(*) from data_export where state = 'ready')
      + (select count(*) from account_deletion where act is not null)
      + (select count(*) from guest) + (select count(*) from material) + (select count(*) from recording where state = 'ready')
      + (select count(*) from webinar_registration) - (select count(*) from certificate)
      + (select count(*) from closing where erased_at is null) as count`.execute(world.db)
  expect(Number(kept.rows[0]?.count)).toBe(Object.keys(nothing).length)
})
