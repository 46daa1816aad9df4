import { randomUUID } from 'node:crypto'
import type { Channel, NewPoll, Post, Proposal, Waiting } from '@kolosok/contract'
import { expect } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

type Someone = Awaited<ReturnType<World['person']>>
type Written = {
  text?: string
  fileIds?: string[]
  poll?: NewPoll | null
  hasComments?: boolean | null
  rev?: number | null
}

/** A kindergarten that has channels; its clock can be put ahead. */
export async function createChannelWorld() {
  const time = { aheadMs: 0 }
  const now = () => new Date(Date.now() + time.aheadMs)
  const world = await createWorld({ clock: now })
  return { world, time, now, newGarden: () => gardenOf(world) }
}

export type Garden = Awaited<ReturnType<typeof gardenOf>>

async function gardenOf(world: World) {
  const garden = await seedOrganization(world)
  const channelUrl = (id: string) => `/api/organizations/${garden.id}/channels/${id}`
  async function channelOf(admin: Someone, audience: object = { kind: 'all' }, title = 'Новости сада') {
    const id = randomUUID()
    const answer = await admin.request({ method: 'PUT', url: channelUrl(id), payload: { title, audience } })
    expect(answer.statusCode, answer.body).toBe(200)
    return id
  }
  const write = (who: Someone, channelId: string, payload: Written, id: string = randomUUID()) =>
    who.request({ method: 'PUT', url: `/api/channels/${channelId}/posts/${id}`, payload })
  const publish = (who: Someone, id: string, rev = 1, at: string | null = null) =>
    who.request({ method: 'POST', url: `/api/posts/${id}/publish`, payload: { rev, at } })
  async function published(admin: Someone, channelId: string, written: string | Written = 'Завтра фотограф') {
    const post = (await write(admin, channelId, typeof written === 'string' ? { text: written } : written)).json<Post>()
    return (await publish(admin, post.id)).json<Post>()
  }
  const postsOf = (who: Someone, channelId: string, query: Record<string, string> = {}) =>
    who.request({ url: `/api/channels/${channelId}/posts`, query })
  const textsOf = async (who: Someone, channelId: string, query: Record<string, string> = {}) =>
    (await postsOf(who, channelId, query)).json<{ posts: Post[] }>().posts.map(({ text }) => text)
  const channelsOf = async (who: Someone) =>
    (await who.request({ url: `/api/organizations/${garden.id}/channels` })).json<{ channels: Channel[] }>().channels
  const read = (who: Someone, channelId: string, readSeq: number) =>
    who.request({ method: 'PUT', url: `/api/channels/${channelId}/own`, payload: { readSeq } })
  const waitingFor = async (who: Someone) => (await who.request({ url: '/api/me/waiting' })).json<Waiting>()
  const proposalsOf = async (who: Someone) =>
    (await who.request({ url: `/api/organizations/${garden.id}/proposals` })).json<{ proposals: Proposal[] }>()
      .proposals

  async function family(groupName = 'Младшая') {
    const groupId = await garden.group(groupName)
    const childId = await garden.child('Ваня К.', groupId)
    return { groupId, childId, parent: await garden.parent([childId]) }
  }

  return {
    ...garden,
    channelUrl,
    channelOf,
    write,
    publish,
    published,
    postsOf,
    textsOf,
    channelsOf,
    read,
    waitingFor,
    proposalsOf,
    family,
  }
}
