import { type ChannelId, type ClosingEntry, type ClosingId, type MeetingId, type PostId } from '@kolosok/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createTasks } from '../src/tasks.ts'
import { type ClosingWorld, createClosingWorld } from './closing-world.ts'

const DAY = 24 * 3600 * 1000
let world: ClosingWorld
beforeAll(async () => (world = await createClosingWorld()))
afterAll(() => world.close())
afterEach(async () => {
  if (await world.findHolding()) expect((await world.reopen()).statusCode).toBe(200)
  await world.forgetArchives()
})

describe('closing an organization', () => {
  test('is refused without its name, and is the head’s as soon as there is one', async () => {
    const other = await world.closeOrganization(world.admin, newId<ClosingId>(), 'Ромашка')
    expect(other.json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '#/name', code: 'another-name' }],
    })
    const head = await world.person({ role: 'management' })
    const mark = (isHead: boolean) =>
      world.db.updateTable('membership').set({ is_head: isHead }).where('id', '=', head.membershipId).execute()
    await mark(true)
    expect((await world.closeOrganization()).statusCode).toBe(403)
    expect((await world.closeOrganization(head)).statusCode).toBe(200)
    expect((await world.reopen()).statusCode).toBe(403)
    expect((await world.reopen(head)).statusCode).toBe(200)
    await mark(false)
  })

  test('happens once, whoever clicks how often', async () => {
    const id = newId<ClosingId>()
    const twice = await Promise.all([
      world.closeOrganization(world.admin, id),
      world.closeOrganization(world.admin, id),
    ])
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await world.closeOrganization()).json()).toMatchObject({ code: 'organization-closed' })
    expect(await world.db.selectFrom('closing').where('id', '=', id).select('id').execute()).toHaveLength(1)
  })

  test('makes all of it readable and nothing of it changeable, at once and on open screens', async () => {
    const [chatId, direct] = [await world.chat([world.anna, world.mother]), await world.chat([world.anna])]
    await world.db.updateTable('chat').set({ state: 'read-only' }).where('id', '=', direct).execute()
    expect((await world.anna.post(chatId)).statusCode).toBe(200)
    const socket = await world.mother.connect()
    await world.closeOrganization()

    await expect
      .poll(() => socket.frames.some((frame) => frame.type === 'stale' && frame.topics.includes('organization')))
      .toBe(true)
    socket.close()
    expect((await world.anna.post(chatId)).json()).toMatchObject({ code: 'chat-read-only' })
    expect((await world.anna.page(chatId)).messages.length).toBeGreaterThan(0)
    expect((await world.put(world.anna, world.of(`/meetings/${newId()}`), {})).statusCode).toBe(400)
    const card = await world.admin.request({ method: 'PATCH', url: world.of(''), payload: { site: 'kolosok.ru' } })
    expect(card.json()).toMatchObject({ code: 'organization-closed' })
    expect((await world.admin.request({ url: world.of('') })).statusCode).toBe(200)
    const membership = await world.membershipOf(world.admin)
    expect(membership?.organization.closing).not.toBeNull()
    expect(membership?.abilities).toMatchObject({
      takeData: true,
      seeJournal: true,
      editCard: false,
      createChats: false,
    })

    await world.reopen()
    expect((await world.anna.post(chatId)).statusCode).toBe(200)
    // What was closed before stays so.
    expect((await world.anna.post(direct)).json()).toMatchObject({ code: 'chat-read-only' })
    expect((await world.membershipOf(world.admin))?.organization.closing).toBeNull()
  })

  test('lets everybody note how far they have read, comments as well', async () => {
    const [channelId, postId] = [newId<ChannelId>(), newId<PostId>()]
    const organization = { organization_id: world.organizationId, title: 'Новости', audience: 'all' } as const
    await world.db
      .insertInto('channel')
      .values({ id: channelId, ...organization })
      .execute()
    const post = { id: postId, channel_id: channelId, author_id: world.admin.accountId, text: 'Новость' }
    const published = { state: 'published', seq: 1, published_at: new Date() } as const
    await world.db
      .insertInto('post')
      .values({ ...post, ...published, attachments: '[]' })
      .execute()
    await world.closeOrganization()
    expect((await world.put(world.mother, `/api/posts/${postId}/comments-read`, { seq: 1 })).statusCode).toBe(200)
    const comment = await world.put(world.mother, `/api/posts/${postId}/comments/${newId()}`, { text: 'Спасибо' })
    expect(comment.json()).toMatchObject({ code: 'organization-closed' })
  })

  test('ends links, requests to join and meetings, and gathers an archive beside it', async () => {
    const link = newId()
    const invite = { useLimit: 1 }
    expect((await world.put(world.admin, world.of(`/invitations/${link}`), invite)).statusCode).toBe(200)
    const meetingId = newId<MeetingId>()
    const later = new Date(Date.now() + DAY)
    await world.db
      .insertInto('meeting')
      .values({
        id: meetingId,
        organization_id: world.organizationId,
        organizer_id: world.admin.accountId,
        title: 'Собрание',
        kind: 'in-person',
        starts_at: later,
        ends_at: new Date(later.getTime() + 3_600_000),
        planned_at: new Date(),
      })
      .execute()
    await world.closeOrganization()

    const revoked = await world.db
      .selectFrom('invitation')
      .where('id', '=', link as never)
      .select('revoked_at')
      .executeTakeFirst()
    expect(revoked?.revoked_at).not.toBeNull()
    const meeting = await world.db
      .selectFrom('meeting')
      .where('id', '=', meetingId)
      .select(['cancelled_at', 'word'])
      .executeTakeFirst()
    expect(meeting).toMatchObject({ cancelled_at: expect.any(Date) as Date, word: 'Организация закрывается в Колоске' })
    expect(
      await world.db
        .selectFrom('data_export')
        .where('organization_id', '=', world.organizationId)
        .select('state')
        .execute(),
    ).toEqual([{ state: 'waiting' }])
    const code = await world.db
      .selectFrom('organization')
      .where('id', '=', world.organizationId)
      .select('code')
      .executeTakeFirstOrThrow()
    const found = await world.operator.request({ url: '/api/organization-search', query: { text: code.code } })
    expect(found.json()).toEqual({ organizations: [] })
  })

  test('tells everybody who has an address, once, even where the job runs again', async () => {
    await world.db
      .updateTable('account')
      .set({ email: 'mama@example.org' })
      .where('id', '=', world.mother.accountId)
      .execute()
    await world.closeOrganization()
    await world.runJobs()
    const id = (await world.findHolding())?.id
    await createTasks(world.context)['tell-of-closing']?.run({ closingId: id })
    await world.runJobs()
    const letters = world.outbox.allTo('mama@example.org')
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({ kind: 'mail', subject: 'МБДОУ «Колосок»: организация закрывается в Колоске' })
  })

  test('is seen and undone by the operator, too', async () => {
    await world.closeOrganization()
    const list = async () =>
      (await world.operator.request({ url: '/api/operator/closings' })).json<{ closings: ClosingEntry[] }>().closings
    const [first] = await list()
    expect(first).toMatchObject({ state: 'closed', organization: 'МБДОУ «Колосок»', actNumber: null })
    const undone = await world.operator.request({ method: 'DELETE', url: `/api/operator/closings/${first?.id ?? ''}` })
    expect(undone.statusCode).toBe(200)
    expect((await list())[0]).toMatchObject({ id: first?.id, state: 'reopened' })
    const written = await world.db
      .selectFrom('audit_entry')
      .where('subject_id', '=', world.organizationId)
      .select('action')
      .execute()
    expect(written.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['organization.closed', 'organization.reopened']),
    )
  })
})
