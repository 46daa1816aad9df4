import type { AccountId, ChatId, ClosingId, OrganizationId } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createTasks } from '../src/tasks.ts'
import { uploadPhoto } from './chat-files.ts'
import { seedMembership, seedOrganization } from './chat-world.ts'
import { type ClosingWorld, createClosingWorld } from './closing-world.ts'

const DAY = 24 * 3600 * 1000
let world: ClosingWorld
beforeAll(async () => (world = await createClosingWorld()))
afterAll(() => world.close())

describe('a closed organization whose term is over', () => {
  const later = () => createTasks({ ...world.context, clock: () => new Date(Date.now() + 31 * DAY) })
  const eraseNow = () => later()['erase-closed-organizations']?.run({})
  const rowsOf = async (organizationId: OrganizationId) => {
    const counted: Record<string, number> = {}
    for (const table of ['membership', 'chat', 'group', 'invitation', 'meeting', 'audit_entry'] as const) {
      const rows = await world.db.selectFrom(table).where('organization_id', '=', organizationId).select('id').execute()
      counted[table] = rows.length
    }
    return counted
  }

  async function closedLongAgo() {
    const organizationId = await seedOrganization(world)
    await seedMembership(world, { organizationId, accountId: world.mother.accountId, role: 'parent' })
    await world.db
      .insertInto('chat')
      .values({ id: newId<ChatId>(), organization_id: organizationId, kind: 'group', title: 'Чат' })
      .execute()
    const id = newId<ClosingId>()
    const at = { closed_at: new Date(), erase_at: new Date() }
    await world.db
      .insertInto('closing')
      .values({ id, organization_id: organizationId, name: 'Колосок', closed_by: world.admin.accountId, ...at })
      .execute()
    const acts = () =>
      world.db
        .selectFrom('audit_entry')
        .where('action', '=', 'organization.erased')
        .where('organization_id', '=', organizationId)
        .select('id')
        .execute()
    return { organizationId, acts }
  }

  test('is erased with its files, by an act; what belongs to people and to others stays', async () => {
    const other = await seedOrganization(world)
    const elsewhere = await seedMembership(world, {
      organizationId: other,
      accountId: world.anna.accountId,
      role: 'teacher',
    })
    const chatId = await world.chat([world.anna, world.mother], { isBound: true })
    const { fileId } = await uploadPhoto(world.anna)
    await world.anna.post(chatId, { fileIds: [fileId] })
    await world.closeOrganization()
    const id = (await world.findHolding())?.id ?? ''
    // A day early nothing goes.
    await createTasks(world.context)['erase-closed-organizations']?.run({})
    expect((await rowsOf(world.organizationId)).membership).toBeGreaterThan(0)
    await Promise.all([eraseNow(), eraseNow()])

    const { audit_entry: journal, ...rest } = await rowsOf(world.organizationId)
    expect(
      Object.values(rest).every((count) => count === 0),
      JSON.stringify(rest),
    ).toBe(true)
    expect(journal).toBeGreaterThan(0)
    const file = await world.db.selectFrom('file').where('id', '=', fileId).select('attached_at').executeTakeFirst()
    expect(file?.attached_at).toBeNull()
    expect(await world.membershipOf(world.anna)).toMatchObject({ id: elsewhere })
    expect((await world.anna.request({ url: world.of('') })).statusCode).toBe(404)
    const accounts = await world.db
      .selectFrom('account')
      .where('id', 'in', [world.anna.accountId] as AccountId[])
      .select('id')
      .execute()
    expect(accounts).toHaveLength(1)

    const act = await world.operator.request({ url: `/api/operator/closings/${id}/act` })
    expect(act.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const undone = await world.operator.request({ method: 'DELETE', url: `/api/operator/closings/${id}` })
    expect(undone.json()).toMatchObject({ code: 'organization-erased' })
    const acts = await world.db
      .selectFrom('audit_entry')
      .where('action', '=', 'organization.erased')
      .select('id')
      .execute()
    expect(acts).toHaveLength(1)
  })

  test('goes on where it was cut off, and ends with one act', async () => {
    await sql`create function killed() returns trigger language plpgsql as $$ begin raise 'killed'; end $$`.execute(
      world.db,
    )
    await sql`create trigger killed before delete on membership execute function killed()`.execute(world.db)
    const cut = await closedLongAgo()
    await expect(eraseNow()).rejects.toThrow(/killed/)
    // Something is gone, something is left, and nobody says it was done.
    const half = await rowsOf(cut.organizationId)
    expect([half.chat, half.membership]).toEqual([0, 1])
    expect(await cut.acts()).toEqual([])

    await sql`drop trigger killed on membership`.execute(world.db)
    await eraseNow()
    await eraseNow()
    const { audit_entry: journal, ...rest } = await rowsOf(cut.organizationId)
    expect(
      Object.values(rest).every((count) => count === 0),
      JSON.stringify(rest),
    ).toBe(true)
    expect(journal).toBeGreaterThan(0)
    expect(await cut.acts()).toHaveLength(1)
  })

  test('keeps what guards documents from being lost in every other transaction', async () => {
    await expect(world.db.deleteFrom('audit_entry').execute()).rejects.toThrow(/append-only/)
  })
})
