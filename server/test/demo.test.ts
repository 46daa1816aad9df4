import {
  type Channel,
  demoEndpoints,
  type DemoPerson,
  type OwnMembership,
  pathOf,
  type Post,
  type Waiting,
  type Webinar,
  webinarEndpoints,
} from '@kolosok/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInstallation } from './installation-process.ts'
import { createWorld } from './world.ts'

let here: Awaited<ReturnType<typeof createInstallation>>
let server: Awaited<ReturnType<typeof here.start>>
let people: DemoPerson[]

const ask = (path: string, init: RequestInit = {}) => fetch(`${here.url}${path}`, init)

/** One click on «Демонстрация»: the cookie of whoever one is from then on. */
async function become(person: DemoPerson | undefined): Promise<{ cookie: string }> {
  const path = pathOf(demoEndpoints.become, { accountId: person?.accountId ?? '' })
  const answer = await ask(path, { method: 'POST', headers: { origin: here.url } })
  expect(answer.status).toBe(200)
  return { cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '' }
}

const labelled = (label: RegExp) => people.filter((person) => label.test(person.label))
const chatsOf = async (headers: { cookie: string }) =>
  ((await (await ask('/api/chats', { headers })).json()) as { chats: { title: string; lastSeq: number }[] }).chats

beforeAll(async () => {
  here = await createInstallation({}, { isDemo: true })
  server = await here.start()
  people = ((await (await ask('/api/demo/people')).json()) as { people: DemoPerson[] }).people
}, 120_000)
afterAll(() => here.remove())

describe('the demonstration', () => {
  test('has the whole kindergarten in it', () => {
    expect(people.filter(({ part }) => part === 'operator')).toHaveLength(1)
    expect(labelled(/заведующ/i)).toHaveLength(2)
    expect(labelled(/логопед/i)).toHaveLength(1)
    expect(people.filter(({ part }) => part === 'teachers').length).toBeGreaterThanOrEqual(5)
    expect(people.filter(({ part }) => part === 'parents').length).toBeGreaterThanOrEqual(35)
    expect(new Set(people.flatMap(({ groupNames }) => groupNames)).size).toBeGreaterThanOrEqual(3)
  })

  test('makes a visitor any of them by one click, with what is theirs and nothing else', async () => {
    const mother = await become(people.find(({ part }) => part === 'parents'))

    const titles = (await chatsOf(mother)).map(({ title }) => title)
    expect(titles.length).toBeGreaterThan(0)
    expect(titles).not.toContain('Педагоги')
    expect((await ask('/api/me', { headers: mother })).status).toBe(200)
  })

  test('has a notice that half of a group’s parents have answered', async () => {
    const waiting: number[] = []
    for (const person of people.filter(
      ({ groupNames, part }) => part === 'parents' && groupNames.includes('Младшая'),
    )) {
      const answer = await ask('/api/me/waiting', { headers: await become(person) })
      waiting.push(((await answer.json()) as Waiting).notices.length)
    }
    const open = waiting.filter((count) => count > 0).length
    expect(open).toBeGreaterThan(2)
    expect(waiting.length - open).toBeGreaterThan(2)
  })

  test('has nothing answered that nobody has seen', async () => {
    const head = await become(labelled(/^заведующ/i)[0])
    const of = async (path: string): Promise<unknown> => (await ask(path, { headers: head })).json()
    const { memberships } = (await of('/api/me/memberships')) as { memberships: OwnMembership[] }
    const { channels } = (await of(`/api/organizations/${memberships[0]?.organization.id ?? ''}/channels`)) as {
      channels: Channel[]
    }
    const pages = await Promise.all(
      channels.map(({ id }) => of(`/api/channels/${id}/posts`) as Promise<{ posts: Post[] }>),
    )
    const asking = pages.flatMap(({ posts }) => posts).filter(({ poll }) => poll !== null)
    expect(asking).not.toEqual([])
    expect(asking.filter(({ poll, seen }) => (seen?.count ?? 0) < (poll?.voters ?? 0))).toEqual([])
  })

  test('has two weeks of talk in its chats', async () => {
    const teacher = await become(labelled(/воспитатель/i)[0])

    const chats = await chatsOf(teacher)
    expect(chats.map(({ title }) => title)).toContain('Педагоги')
    expect(chats.reduce((sum, { lastSeq }) => sum + lastSeq, 0)).toBeGreaterThan(50)
  })

  test('shows the chats that follow positions, with what is said there', async () => {
    const head = await become(labelled(/^заведующ/i)[0])

    const spoken = (await chatsOf(head)).filter(({ lastSeq }) => lastSeq > 1).map(({ title }) => title)
    expect(spoken).toEqual(expect.arrayContaining(['Администрация', 'Родительский актив']))
  })

  test('has webinars: two to come, and one that was held, with a certificate of it', async () => {
    const deputy = await become(labelled(/заместитель/i)[0])

    const answer = await ask(pathOf(webinarEndpoints.list), { headers: deputy })
    const { ahead, past } = (await answer.json()) as { ahead: Webinar[]; past: Webinar[] }
    expect(ahead.map(({ kind, own }) => [kind, own?.state])).toEqual([
      ['online', undefined],
      ['in-person', 'registered'],
    ])
    expect(past.map(({ own }) => own?.certificate)).toEqual([expect.stringMatching(/^.{4}-.{4}-.{4}$/)])
  })

  test('shows the letters and SMS that would have gone out', async () => {
    const { messages } = (await (await ask('/api/demo/outgoing')).json()) as { messages: { kind: string }[] }

    expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(['mail', 'sms']))
  })

  test('is not built a second time on the same data', async () => {
    server.child.kill('SIGTERM')
    await server.exited
    server = await here.start()

    const answer = (await (await ask('/api/demo/people')).json()) as { people: DemoPerson[] }
    expect(answer.people).toHaveLength(people.length)
  })
})

test('outside the demonstration its addresses are unknown', async () => {
  const world = await createWorld()
  for (const { method, path } of Object.values(demoEndpoints)) {
    const answer = await world.request({ method, url: path, headers: { origin: world.context.config.publicUrl } })
    expect(answer.statusCode).toBe(404)
  }
  await world.close()
})
