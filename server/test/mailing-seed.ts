import { randomUUID } from 'node:crypto'
import { type ChildId, type GroupId, type Mailing, mailingEndpoints, type NewMailing, pathOf } from '@kolosok/contract'
import type { OutgoingMessage } from '#platform/outbox.ts'
import { createKindergarten, type Kindergarten } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

type Someone = Pick<World, 'request'>
type Contact = { name?: string; phone?: string; email?: string }
export type Progress = Mailing & { failures: { address: string; reason: string; whom: string }[] }
export const [MINUTE, DAY] = [60_000, 24 * 60 * 60_000]

/** A world whose clock is set by hand, where letters and SMS are kept or fail as told. */
export async function openPost() {
  let now = new Date()
  const post = {
    sent: new Array<OutgoingMessage>(),
    /** What happens instead of sending, by address. */
    failing: new Map<string, () => Error>(),
  }
  const write = (message: OutgoingMessage) => {
    const failure = post.failing.get(message.to)
    if (failure) return Promise.reject(failure())
    post.sent.push(message)
    return Promise.resolve()
  }
  const world = await createWorld({ outbox: { write }, clock: () => now })
  return Object.assign(post, {
    world,
    later(ms: number) {
      now = new Date(now.getTime() + ms)
    },
    async empty() {
      await world.hurryJobs()
      now = new Date()
      post.sent = []
      post.failing = new Map()
    },
  })
}

/** A kindergarten with a group that has one child for each list of contacts. */
export async function seedFamilies(world: World, ...families: Contact[][]) {
  const garden = await createKindergarten(world)
  const group = await garden.group('Гномики', ...families.map((_, index) => `Кузнецов Ваня ${String(index)}`))
  const rows = families.flatMap((contacts, index) =>
    contacts.map(({ name = 'Мама', phone = '', email = '' }, place) => {
      return { child_id: group.children[index] as ChildId, place, name, phone, email }
    }),
  )
  if (rows.length > 0) await world.db.insertInto('guardian_contact').values(rows).execute()
  return { garden, group }
}

const at = (garden: Kindergarten, mailingId: string) => ({ organizationId: garden.id, mailingId })

export const send = (garden: Kindergarten, by: Someone, payload: object, mailingId: string = randomUUID()) =>
  by.request({ method: 'PUT', url: pathOf(mailingEndpoints.send, at(garden, mailingId)), payload })

export const sendToFamilies = (garden: Kindergarten, by: Someone, groupId?: GroupId) =>
  send(garden, by, { to: 'families', ways: ['email', 'sms'], ...(groupId && { groupId }) } satisfies NewMailing)

export const progress = async (garden: Kindergarten, { id }: Mailing) =>
  (await garden.admin.request({ url: pathOf(mailingEndpoints.get, at(garden, id)) })).json<Progress>()

export const change = (garden: Kindergarten, by: Someone, name: 'stop' | 'retry', { id }: Mailing) =>
  by.request({ method: 'POST', url: pathOf(mailingEndpoints[name], at(garden, id)) })

let number = 0
/** Others' tests write to other people. */
export const someEmail = () => `parent${String(++number)}@example.test`
export const somePhone = () => `+7913${String(1_000_000 + ++number)}`
