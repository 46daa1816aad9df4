import { chatEndpoints, messageEndpoints, messageReportEndpoints } from '@kolosok/contract'
import type { GroupName } from './families.ts'
import type { Speakers } from './staffing.ts'

const GROUP: GroupName = 'Средняя'

/** A mother has given a grandmother's number to the whole chat; the family asks to take it away, nobody has decided yet. */
export async function complain(speakers: Speakers): Promise<void> {
  const reporter = speakers.get('папа Матвея')
  if (!reporter) throw new Error('Nobody to complain')
  const { chats } = await reporter.visitor.call(chatEndpoints.list)
  const chat = chats.find(({ title }) => title === GROUP)
  if (!chat) throw new Error(`No chat «${GROUP}»`)
  const { messages } = await reporter.visitor.call(messageEndpoints.list, { params: { chatId: chat.id } })
  const message = messages.find(({ text }) => text.includes('телефон его бабушки'))
  if (!message) throw new Error('Nothing to complain about')
  await reporter.visitor.call(messageReportEndpoints.make, {
    params: { chatId: chat.id, messageId: message.id },
    body: { reason: 'personal-data', remark: 'Это номер нашей бабушки, мы не разрешали его показывать.' },
  })
}
