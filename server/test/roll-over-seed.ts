import type { Chat, ChatId, ChildId, Group, GroupId, RollOver, RollOverChild } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import { seedOrganization } from './organization-seed.ts'
import { restructure } from './structure-seed.ts'
import type { World } from './world.ts'

type Person = Awaited<ReturnType<World['person']>>
type Method = 'GET' | 'PUT' | 'DELETE' | 'POST' | 'PATCH'

/** A kindergarten whose groups have ages, with its administrator, who lets the year roll over. */
export async function openYear(world: World) {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()

  const ask = async (method: Method, url: string, payload?: object, who: Pick<Person, 'request'> = admin) =>
    who.request({ method, url, ...(payload && { payload }) })
  const group = async (name: string, age: string, kind: 'class' | 'club' = 'class'): Promise<GroupId> => {
    const id = await organization.group(name, kind)
    await world.db.updateTable('group').where('id', '=', id).set({ age }).execute()
    return id
  }
  /** As if everything seeded by hand had been made by the modules: the chats follow. */
  const settle = async () => {
    const groups = await world.db
      .selectFrom('group')
      .where('organization_id', '=', organization.id)
      .select('id')
      .execute()
    const ids = groups.map(({ id }) => id)
    await restructure({ ...world, organizationId: organization.id }, admin, ids, () => Promise.resolve())
  }
  const begin = async (way: RollOver['way'] = 'together', who: Pick<Person, 'request'> = admin) =>
    (
      await ask('PUT', `/api/organizations/${organization.id}/roll-overs/${crypto.randomUUID()}`, { way }, who)
    ).json<RollOver>()
  const plan = async (id: string, path: string, payload?: object) =>
    (await ask(payload ? 'PUT' : 'DELETE', `/api/roll-overs/${id}/${path}`, payload)).json<RollOver>()
  const apply = (rollOver: Pick<RollOver, 'id' | 'digest'>, who: Pick<Person, 'request'> = admin) =>
    ask('PUT', `/api/roll-overs/${rollOver.id}/applied`, { seen: rollOver.digest }, who)
  const undo = (rollOver: Pick<RollOver, 'id'>) => ask('DELETE', `/api/roll-overs/${rollOver.id}/applied`)
  const chatsOf = async (who: Pick<Person, 'request'>) =>
    (await ask('GET', '/api/chats', undefined, who))
      .json<{ chats: Chat[] }>()
      .chats.filter(({ kind, binding }) => kind === 'group' && binding?.kind !== 'staff')
  const chatOf = async (who: Pick<Person, 'request'>, groupId: GroupId) =>
    (await chatsOf(who)).find(({ binding }) => binding?.kind === 'group' && binding.groupId === groupId)
  const say = async (who: Pick<Person, 'request'>, chatId: ChatId | undefined, text: string) =>
    ask('POST', `/api/chats/${chatId ?? ''}/messages`, { id: newId(), text }, who)
  const texts = async (who: Pick<Person, 'request'>, chatId: ChatId | undefined) => {
    const page = await ask('GET', `/api/chats/${chatId ?? ''}/messages`, undefined, who)
    return page.statusCode === 200
      ? page.json<{ messages: { text: string }[] }>().messages.map(({ text }) => text)
      : page.statusCode
  }
  const childrenOf = async (id: string, groupId: GroupId) =>
    (await ask('GET', `/api/roll-overs/${id}/groups/${groupId}/children`)).json<{ children: RollOverChild[] }>()
      .children
  const groupsOf = async (childId: ChildId) => {
    const rows = await world.db
      .selectFrom('group_child')
      .where('child_id', '=', childId)
      .where('until_at', 'is', null)
      .select('group_id')
      .execute()
    return rows.map(({ group_id }) => group_id)
  }
  const groupNames = async () =>
    (await ask('GET', `/api/organizations/${organization.id}/groups`))
      .json<{ groups: Group[] }>()
      .groups.slice(1)
      .map(({ name, age, childCount }) => [name, age, childCount])
  const latest = async () =>
    (await ask('GET', `/api/organizations/${organization.id}/roll-over`)).json<{ rollOver: RollOver }>().rollOver
  return {
    organization,
    admin,
    groupNames,
    latest,
    ask,
    group,
    settle,
    begin,
    plan,
    apply,
    undo,
    chatsOf,
    chatOf,
    say,
    texts,
    childrenOf,
    groupsOf,
  }
}

/** A younger group and the oldest, each with a teacher, and two families; one has a child in both. */
export async function kindergarten(year: Awaited<ReturnType<typeof openYear>>) {
  const { organization, group } = year
  const [young, old] = [
    await group('Младшая «Ромашки»', 'младшая'),
    await group('Подготовительная «Лучики»', 'подготовительная'),
  ]
  const teacher = await organization.teacher({ groups: [young, old] })
  const [anya, borya] = [await organization.child('Аня', young), await organization.child('Боря', old)]
  const vera = await organization.child('Вера', old)
  const [both, onlyOld] = [await organization.parent([anya, borya]), await organization.parent([vera])]
  await year.settle()
  const talk = { young: await year.chatOf(teacher, young), old: await year.chatOf(teacher, old) }
  await year.say(teacher, talk.young?.id, 'доброе утро')
  await year.say(teacher, talk.old?.id, 'прощание с садом')
  return { young, old, teacher, anya, borya, vera, both, onlyOld, talk }
}
