import {
  type Attendance,
  type Attendant,
  type Endpoint,
  endpoints,
  guestIdentity,
  type LinkGuest,
} from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sessionCookie } from '#platform/cookies.ts'
import { codeOf, JUST_BEFORE, linkOf, newKey, seedLink } from './guest-world.ts'
import { createMeetingWorld, type MeetingGarden, MINUTE } from './meeting-world.ts'

const START = new Date('2026-12-01T09:00:00Z')
let place: Awaited<ReturnType<typeof createMeetingWorld>>
let garden: MeetingGarden
beforeAll(async () => (place = await createMeetingWorld()))
afterAll(() => place.world.close())
beforeEach(async () => {
  place.time.at = START
  garden = await place.newGarden()
  await place.world.db.deleteFrom('rate_limit').execute()
})

const withLink = () => seedLink(place, garden)
/** There is no LiveKit here: past the door the answer is this. */
const IN = 'calls-unavailable'

test('a guest asks with a name, waits also where members do not, and comes in when let in', async () => {
  const { guest, host, callId, teacher } = await withLink()
  const speaker = guest()
  expect((await speaker.open()).json()).toEqual({
    title: 'Собрание',
    isLesson: false,
    organization: expect.any(String) as string,
    startsAt: '2026-12-10T15:00:00.000Z',
    endsAt: '2026-12-10T16:00:00.000Z',
    timeZone: 'Europe/Moscow',
    isOpen: true,
  })
  const { id } = (await speaker.ask('Анна  Методист')).json<{ id: string }>()
  expect((await speaker.ask('Заведующая')).json(), 'a name is given once').toMatchObject({ id, name: 'Анна Методист' })
  expect(codeOf(await speaker.join())).toBe('waiting-room')
  expect(await host.waiting()).toMatchObject([
    { id, isGuest: true, name: 'Анна Методист', label: '', isConfirmed: false },
  ])

  await host.decide(true, id)
  expect([await speaker.state(), codeOf(await speaker.join())]).toEqual(['let-in', IN])
  const journal = await place.world.db
    .selectFrom('audit_entry')
    .where('account_id', '=', teacher.accountId)
    .where('action', 'in', ['meeting.guest-link-made', 'call.guest-let-in'])
    .select(['action', 'details'])
    .execute()
  expect(journal.map(({ action }) => action).sort()).toEqual(['call.guest-let-in', 'meeting.guest-link-made'])
  expect(JSON.stringify(journal)).not.toContain('Анна')
  expect((await teacher.request({ url: `/api/calls/${callId}` })).json()).toMatchObject({ waiting: 0 })
})

test('a key opens nothing but this guest’s place: every other address answers as to nobody', async () => {
  const { asked, host, callId, chatId, meeting } = await withLink()
  const speaker = await asked('Анна')
  await host.decide(true, speaker.id)
  const ids: Record<string, string> = { callId, chatId, meetingId: meeting.id, organizationId: garden.id }
  const headers = { authorization: `Bearer ${speaker.key}`, cookie: sessionCookie(speaker.key, true) }
  const all = Object.values<Readonly<Record<string, Endpoint>>>(endpoints).flatMap((domain) => Object.values(domain))
  for (const endpoint of all.filter(({ access }) => access !== 'public')) {
    const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? speaker.id)
    const answer = await place.world.request({ method: endpoint.method, url, headers })
    expect([endpoint.method, endpoint.path, answer.statusCode]).toEqual([endpoint.method, endpoint.path, 401])
  }
})

test('a link that is revoked sends away who waits and leaves who is in; a new one is another', async () => {
  const { asked, guest, host, revoke, link, teacher, meeting } = await withLink()
  const [inside, waiting] = [await asked('Анна'), await asked('Пётр')]
  await host.decide(true, inside.id)
  expect((await revoke()).statusCode).toBe(200)
  expect((await revoke()).statusCode).toBe(200)

  expect([await inside.state(), await waiting.state()]).toEqual(['let-in', 'over'])
  expect([codeOf(await waiting.join()), await host.ids()]).toEqual(['call-ended', []])
  await host.decide(true, waiting.id)
  expect(codeOf(await waiting.join())).toBe('call-ended')
  expect([codeOf(await guest().open()), codeOf(await guest().ask('Ольга'))]).toEqual([
    'guest-link-closed',
    'guest-link-closed',
  ])
  expect((await linkOf(teacher, meeting.id)).url).not.toBe(link.url)
  expect(await waiting.state()).toBe('over')
})

test('whoever is removed is out for good, and nobody new comes by their link; who waits by it may still come in', async () => {
  const { asked, guest, host, meeting, teacher } = await withLink()
  const [troll, speaker, patient] = [await asked('Тролль'), await asked('Анна'), await asked('Пётр')]
  await host.decide(true, troll.id, speaker.id)
  const told: string[] = []
  place.world.bus.listen((event) => {
    if (event.type !== 'accounts' || event.frame.type !== 'stale') return
    if (event.accountIds.includes(teacher.accountId)) told.push(...event.frame.topics)
  })
  expect((await host.remove(troll.id)).statusCode).toBe(200)
  expect((await host.remove(troll.id)).statusCode).toBe(200)

  const journal = place.world.db.selectFrom('audit_entry').where('subject_id', '=', meeting.id).select('action')
  expect(await journal.execute()).toContainEqual({ action: 'meeting.guest-link-revoked' })
  expect(told, 'an open page of the meeting offers the dead link no longer').toContain('meetings')
  expect([await troll.state(), codeOf(await troll.join())]).toEqual(['removed', 'removed-from-call'])
  expect((await troll.look()).json(), 'nor what becomes of the meeting').toMatchObject({ meeting: null })
  expect(codeOf(await troll.ask('Тролль'))).toBe('guest-link-closed')
  expect(codeOf(await guest(newKey()).ask('Другое имя'))).toBe('guest-link-closed')
  await host.decide(true, troll.id)
  expect(await troll.state()).toBe('removed')
  expect(await speaker.state()).toBe('let-in')
  expect([await patient.state(), await host.ids()]).toEqual(['waiting', [patient.id]])
  await host.decide(true, patient.id)
  expect([await patient.state(), codeOf(await patient.join())]).toEqual(['let-in', IN])
})

test('a link ends with its meeting, is early before it, and dies with a cancelled meeting or a closed organization', async () => {
  const { asked, guest, host, meeting, teacher, callId } = await withLink()
  const speaker = await asked('Анна')
  await host.decide(true, speaker.id)
  place.time.at = new Date(JUST_BEFORE.getTime() - 10 * MINUTE)
  expect([(await guest().open()).json<{ isOpen: boolean }>().isOpen, codeOf(await guest().ask('Пётр'))]).toEqual([
    false,
    'meeting-early',
  ])
  place.time.at = new Date('2026-12-10T16:00:01Z')
  expect([codeOf(await guest().open()), codeOf(await guest().ask('Пётр'))]).toEqual([
    'guest-link-closed',
    'guest-link-closed',
  ])
  expect(await speaker.state(), 'who is in stays while the call goes on').toBe('let-in')

  const { db } = place.world
  await db.updateTable('call').where('id', '=', callId).set({ ended_at: place.time.at, outcome: 'ended' }).execute()
  expect([await speaker.state(), codeOf(await speaker.join())]).toEqual(['over', 'call-ended'])

  place.time.at = JUST_BEFORE
  expect(await speaker.state(), 'the next call of the meeting asks anew').toBe('waiting')
  await garden.cancel(teacher, meeting.id)
  expect([codeOf(await guest().open()), await speaker.state()]).toEqual(['guest-link-closed', 'over'])
})

test('in a closed organization a link opens nothing, and who was let in is out', async () => {
  const { asked, guest, host } = await withLink()
  const speaker = await asked('Анна')
  await host.decide(true, speaker.id)
  const { db } = place.world
  await db.updateTable('organization').where('id', '=', garden.id).set({ closed_at: place.time.at }).execute()
  expect([codeOf(await guest().open()), codeOf(await guest().ask('Пётр')), await speaker.state()]).toEqual([
    'guest-link-closed',
    'guest-link-closed',
    'over',
  ])
})

test('who was there stands in the attendance as a guest, with the times, and has no account', async () => {
  const { asked, host, callId, meeting, teacher } = await withLink()
  const before = await place.world.db.selectFrom('account').select('id').execute()
  const [speaker, refused] = [await asked('Анна Методист'), await asked('Пётр')]
  await host.decide(true, speaker.id)
  await host.decide(false, refused.id)
  const { db } = place.world
  await db
    .insertInto('guest_visit')
    .values({
      guest_id: speaker.id as never,
      call_id: callId,
      participant_sid: guestIdentity(speaker.id),
      joined_at: new Date('2026-12-10T15:00:00Z'),
      left_at: new Date('2026-12-10T15:30:00Z'),
    })
    .execute()
  const answer = await teacher.request({ url: `/api/meetings/${meeting.id}/attendance` })
  const list = answer.json<{ people: Attendant[]; linkGuests: LinkGuest[] }>()
  expect(list.linkGuests).toMatchObject([{ name: 'Анна Методист', seconds: 1800 }])
  expect(list.people.map(({ name }) => name)).not.toContain('Анна Методист')
  expect(await db.selectFrom('account').select('id').execute()).toHaveLength(before.length)
  const inCall = (await teacher.request({ url: `/api/calls/${callId}/attendance` })).json<Attendance>()
  expect(inCall.guests).toEqual([
    {
      id: speaker.id,
      name: 'Анна Методист',
      isRemoved: false,
      seconds: 1800,
      visits: [{ joinedAt: '2026-12-10T15:00:00.000Z', leftAt: '2026-12-10T15:30:00.000Z' }],
    },
  ])
  const register = await teacher.request({ url: `/api/meetings/${meeting.id}/attendance-register.pdf` })
  expect(register.statusCode).toBe(200)
})
