import { chatEndpoints, messageEndpoints, messageReportEndpoints } from '@kolosok/contract'
import type { GroupName } from './families.ts'
import type { Speakers } from './staffing.ts'

const GROUP: GroupName = 'Средняя'

/** A parent would rather not have a message of another in the group's chat; nobody has decided yet. */
export async function complain(speakers: Speakers): Promise<void> {
  const [reporter] = [...speakers.values()].reverse().filter(({ groups }) => groups.join() === GROUP)
  if (!reporter) throw new Error('Nobody to complain')
  const { chats } = await reporter.visitor.call(chatEndpoints.list)
  const chat = chats.find(({ title }) => title === GROUP)
  if (!chat) throw new Error(`No chat «${GROUP}»`)
  const { messages } = await reporter.visitor.call(messageEndpoints.list, { params: { chatId: chat.id } })
  const parents = new Set(
    [...speakers.values()].filter(({ groups }) => groups.join() === GROUP).map((one) => one.accountId),
  )
  const message = messages.findLast(
    ({ kind, authorId, deletedAt }) =>
      kind === 'text' && !deletedAt && authorId !== reporter.accountId && parents.has(authorId),
  )
  if (!message) throw new Error('Nothing to complain about')
  await reporter.visitor.call(messageReportEndpoints.make, {
    params: { chatId: chat.id, messageId: message.id },
    body: { reason: 'personal-data', remark: 'Лучше обсудить это лично, а не при всех.' },
  })
}
