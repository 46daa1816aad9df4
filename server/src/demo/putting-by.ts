import {
  chatEndpoints,
  daysLater,
  draftEndpoints,
  type MessageId,
  momentOf,
  scheduledEndpoints,
  wallClockAt,
} from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Speakers } from './staffing.ts'

const ZONE = 'Europe/Moscow'

/** What the speech therapist wants to say later to one group, and has not finished saying to the colleagues. */
export async function putBy({ clock }: Pick<Context, 'clock'>, speakers: Speakers): Promise<void> {
  const therapist = speakers.get('Назаров')
  if (!therapist) throw new Error('Nobody to put something by')
  const { visitor } = therapist
  const { chats } = await visitor.call(chatEndpoints.list)
  const chatOf = (title: string) => {
    const found = chats.find((chat) => chat.title === title)
    if (!found) throw new Error(`No chat «${title}»`)
    return found.id
  }
  const day = daysLater(wallClockAt(clock(), ZONE).day, 3)
  await visitor.call(scheduledEndpoints.schedule, {
    params: { chatId: chatOf('Старшая'), messageId: newId<MessageId>() },
    body: {
      text: 'Доброе утро! Сегодня на логопедическом занятии разбираем звук «Р». Возьмите, пожалуйста, зеркальце.',
      sendAt: momentOf({ day, time: '08:00' }, ZONE).toISOString(),
    },
  })
  await visitor.call(draftEndpoints.keep, {
    params: { chatId: chatOf('Педагоги') },
    body: { text: 'Коллеги, на следующей неделе я переношу занятия: ', ageMs: 0 },
  })
}
