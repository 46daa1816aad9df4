import type { MessageReportHeader, OwnMessageReport, Waiting } from '@kolosok/contract'
import { expect } from 'vitest'
import { newId } from '#platform/new-id.ts'
import { createChatWorld, type ChatPerson } from './chat-world.ts'
import { seedTeacher } from './structure-seed.ts'

type Someone = Pick<ChatPerson, 'request' | 'accountId'>

/** People who talk, one of whom should not have said something, and those who decide about it. */
export async function createReportWorld() {
  const world = await createChatWorld()

  const say = async (who: Someone, chatId: string, text: string) => {
    const id = newId<never>() as string
    const answer = await who.request({ method: 'POST', url: `/api/chats/${chatId}/messages`, payload: { id, text } })
    expect(answer.statusCode, answer.body).toBeLessThan(300)
    return id
  }
  const report = (who: Someone, chatId: string, messageId: string, payload: object = { reason: 'insult' }) =>
    who.request({ method: 'PUT', url: `/api/chats/${chatId}/messages/${messageId}/report`, payload })
  const queueOf = async (who: Someone, query: Record<string, string> = {}) => {
    const url = `/api/organizations/${world.organizationId}/message-reports`
    const answer = await who.request({ url, query })
    return answer.json<{ reports?: MessageReportHeader[] }>().reports ?? []
  }
  const look = (who: Someone, id: string) => who.request({ url: `/api/message-reports/${id}` })
  const decide = (who: Someone, id: string, verdict: 'dismissed' | 'deleted', word = '') =>
    who.request({ method: 'PUT', url: `/api/message-reports/${id}/decision`, payload: { verdict, word } })
  const ownOf = async (who: Someone) =>
    (await who.request({ url: '/api/me/message-reports' })).json<{ reports: OwnMessageReport[] }>().reports
  const waitingFor = async (who: Someone) => (await who.request({ url: '/api/me/waiting' })).json<Waiting>()
  const idOf = async (messageId: string) => {
    const query = world.db.selectFrom('message_report').where('message_id', '=', messageId as never)
    return (await query.select('id').orderBy('reported_at').executeTakeFirstOrThrow()).id
  }

  /** A group with its confirmed teacher and two parents in its chat; an administrator who is not in it. */
  async function talk() {
    const [admin, teacher, author, reporter] = [
      await world.person({ isAdmin: true }),
      await world.person(),
      await world.person({ role: 'parent' }),
      await world.person({ role: 'parent' }),
    ]
    const chatId: string = await world.chat([teacher, author, reporter], { isBound: true })
    const { bound_group_id: groupId } = await world.db
      .selectFrom('chat')
      .where('id', '=', chatId as never)
      .select('bound_group_id')
      .executeTakeFirstOrThrow()
    await seedTeacher(world, groupId as never, teacher.membershipId)
    return { admin, teacher, author, reporter, chatId }
  }

  async function directChat(one: ChatPerson, other: ChatPerson): Promise<string> {
    const id = newId<never>()
    const [first, second] = [one.accountId, other.accountId].sort() as [never, never]
    const chat = { id, organization_id: world.organizationId, kind: 'direct' as const }
    await world.db
      .insertInto('chat')
      .values({ ...chat, first_account_id: first, second_account_id: second })
      .execute()
    for (const { accountId, membershipId } of [one, other]) {
      const member = { chat_id: id, account_id: accountId, membership_id: membershipId, role: 'member' as const }
      await world.db.insertInto('chat_member').values(member).execute()
    }
    return id
  }

  return { ...world, say, report, queueOf, look, decide, ownOf, waitingFor, idOf, talk, directChat }
}
