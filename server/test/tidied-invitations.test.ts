import { type InvitationId, invitationEndpoints, pathOf } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectDb, type Db } from '#platform/db.ts'
import { createDatabase } from './database.ts'
import { createKindergarten, join, openLink } from './joining-seed.ts'
import { seedOrganizations, usual } from './large-installation.ts'
import { startServer } from './server-process.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const tidy = (db: Db) => sql`select graphile_worker.add_job('tidy-invitations')`.execute(db)
const ago = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000)
const linesOf = (db: Db) =>
  db
    .selectFrom('audit_entry')
    .where('action', '=', 'invitation.tidied')
    .select(sql<number>`(details ->> 'count')::int`.as('count'))
    .execute()

test('what ended a month ago leaves the list; what ended lately and what is good stay, and who came in stays written down', async () => {
  const garden = await createKindergarten(world)
  const group = await garden.group('Гномики', 'Соня', 'Тимофей', 'Лев', 'Ева', 'Мила')
  const invite = async (index: number) => {
    const childId = group.children[index]
    if (!childId) throw new Error('No such child')
    return garden.inviteFamily(group.id, childId, { useLimit: 1 })
  }
  const set = (id: InvitationId, values: object) =>
    world.db.updateTable('invitation').where('id', '=', id).set(values).execute()
  const [good, lately, long, revoked, used] = [
    await invite(0),
    await invite(1),
    await invite(2),
    await invite(3),
    await invite(4),
  ]
  await join(await world.person({ givenName: '' }), used)
  await set(lately.id, { expires_at: ago(29) })
  await set(long.id, { expires_at: ago(31) })
  await set(revoked.id, { revoked_at: ago(31) })
  await set(used.id, { expires_at: ago(31) })
  await tidy(world.db)
  await world.runJobs()

  const url = pathOf(invitationEndpoints.list, { organizationId: garden.id })
  const listed = async (query: object) =>
    (await garden.admin.request({ url, query: query as Record<string, string> }))
      .json<{ invitations: { id: InvitationId }[] }>()
      .invitations.map(({ id }) => id)
      .sort()
  expect(await listed({})).toEqual([good.id, lately.id].sort())
  expect(await listed({ state: 'expired' })).toEqual([lately.id])
  expect(await linesOf(world.db)).toEqual([{ count: 3 }])
  const uses = world.db.selectFrom('invitation_use').where('invitation_id', '=', used.id).select('account_id')
  expect(await uses.execute()).toHaveLength(1)
  expect((await openLink(await world.person(), long)).json()).toMatchObject({ code: 'invitation-expired' })
})

test('a server that is killed in the middle of it tidies each link away once', async () => {
  const databaseUrl = await createDatabase()
  const db = connectDb(databaseUrl)
  await seedOrganizations(db, { from: 1, until: 1, size: usual })
  await db
    .updateTable('invitation')
    .set({ expires_at: ago(40) })
    .execute()
  const server = await startServer({ DATABASE_URL: databaseUrl })
  const links = usual.groups * usual.childrenPerGroup

  // It may not write its line in the journal yet.
  await db.transaction().execute(async (tx) => {
    await sql`lock table audit_entry in exclusive mode`.execute(tx)
    await tidy(db)
    await vi.waitFor(async () => {
      const { rows } = await sql`select from pg_locks where relation = 'audit_entry'::regclass and not granted`.execute(
        db,
      )
      expect(rows).toHaveLength(1)
    })
    await server.kill()
  })
  await server.start()
  await vi.waitFor(async () => {
    const { rows } = await sql`select from invitation where tidied_at is not null`.execute(db)
    expect(rows).toHaveLength(links)
  })
  expect(await linesOf(db)).toEqual([{ count: links }])
  await server.remove()
  await db.destroy()
})
