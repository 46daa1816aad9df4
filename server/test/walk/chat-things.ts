import { randomUUID } from 'node:crypto'
import type { GroupId, Invitation, MembershipId, OrganizationId } from '@kolosok/contract'
import { tokenIn } from '../joining-seed.ts'
import type { World } from '../world.ts'

type Person = Awaited<ReturnType<World['person']>>
type People = Readonly<Record<'admin' | 'teacher', Person>>
type Ids = {
  readonly organizationId: OrganizationId
  readonly groupId: GroupId
  readonly memberships: Readonly<Record<'parent', MembershipId>>
}

/** Besides the group's chat: one by a rule, one that the teacher put together, and a link into the group's. */
export async function seedFurtherChats(world: World, people: People, ids: Ids) {
  return {
    ...(await seedRuleChat(people, ids)),
    ...(await seedGroupChat(people, ids)),
    ...(await seedChatLink(world, people, ids)),
  }
}

/** Of the group's chat, by its teacher. */
async function seedChatLink(world: World, { teacher }: People, { groupId }: Ids) {
  const { id } = await world.db
    .selectFrom('chat')
    .where('bound_group_id', '=', groupId)
    .select('id')
    .executeTakeFirstOrThrow()
  const url = `/api/chats/${id}/invitations/${randomUUID()}`
  const answer = await teacher.request({ method: 'PUT', url, payload: {} })
  return { chatToken: tokenIn(answer.json<Invitation>()) }
}

/** Of the teacher with the parent. */
async function seedGroupChat({ teacher }: People, { organizationId, memberships }: Ids) {
  const groupChatId = randomUUID()
  const url = `/api/organizations/${organizationId}/group-chats/${groupChatId}`
  const payload = { title: 'Утренник', membershipIds: [memberships.parent] }
  await teacher.request({ method: 'PUT', url, payload })
  return { groupChatId }
}

/** Of the management; followed by itself. */
async function seedRuleChat({ admin }: People, { organizationId }: Ids) {
  const ruleChatId = randomUUID()
  const url = `/api/organizations/${organizationId}/bound-chats/${ruleChatId}`
  await admin.request({ method: 'PUT', url, payload: { title: 'Совет', parts: [{ kind: 'management' }] } })
  return { ruleChatId }
}
