import { erased, ofNobody, type Register } from './entry.ts'

/** What somebody is writing, or has put by to be said later: nobody else has seen it. */
export const unsaid: Register = {
  chat_draft: {
    what: 'Черновики сообщений',
    why: 'дописать на другом устройстве',
    howLong: 'пока не отправлен или не стёрт; время этого — ещё год',
    personal: { text: 'Текст' },
    people: { account_id: 'mine' },
    onDeletion: erased,
  },
  scheduled_message: {
    what: 'Отложенные сообщения',
    why: 'отправить в выбранное время',
    howLong: 'до отправки; неотправленные — 90 дней',
    personal: { text: 'Текст', attachments: 'Вложения' },
    plain: ['refused_with'],
    people: { author_id: 'mine' },
    onDeletion: erased,
  },
  scheduled_file: ofNobody('Файлы отложенных сообщений'),
}
