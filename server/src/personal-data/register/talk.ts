import { erased, kept, ofNobody, type Register } from './entry.ts'
import { unsaid } from './unsaid.ts'

const talk = kept('разговор принадлежит и другим его участникам; вместо имени остаётся «Удалённая учётная запись»')

/** What is said, sent and called. */
export const talks: Register = {
  chat: ofNobody('Чаты', ['kind', 'state', 'bound_to', 'title', 'who_may_write', 'newcomers_see', 'standard'], {
    first_account_id: 'trace',
    second_account_id: 'trace',
    owner_id: 'trace',
  }),
  chat_rule_part: ofNobody('Правила чатов', ['kind', 'positions', 'group_ids']),
  chat_member: {
    ...ofNobody('В каких чатах человек', ['role'], { account_id: 'mine', membership_id: 'trace' }),
    onDeletion: kept('личный чат остаётся у собеседника; имени в записи нет'),
  },
  message: {
    what: 'Сообщения',
    why: 'общение в организации',
    howLong: 'пока есть чат',
    personal: {
      text: 'Текст',
      attachments: 'Вложения',
      poll: 'Опрос',
    },
    // Who reacted and who was in a call are others, too.
    // What was saved is kept by reference, without its words.
    plain: ['kind', 'subject_ids', 'call', 'reactions', 'original'],
    // Who chose what is theirs.
    without: { poll: 'chosenBy' },
    people: { author_id: 'mine', membership_id: 'trace' },
    onDeletion: talk,
  },
  message_version: {
    what: 'Прежние тексты исправленных сообщений',
    why: 'разобрать жалобу',
    howLong: 'пока есть сообщение',
    personal: { text: 'Текст' },
    mine: 'message_id in (select id from message where author_id = $1)',
    onDeletion: talk,
  },
  message_report: {
    what: 'Жалобы на сообщения, комментарии и реплики в трансляциях',
    why: 'решить, остаётся ли сообщение, и ответить тому, кто пожаловался',
    howLong: 'пока есть то, на что пожаловались; текст на момент жалобы стирается с решением',
    personal: { reason: 'Причина', remark: 'Пояснение', word: 'Ответ' },
    // The words of another: handed out with the messages of whoever wrote them.
    plain: ['said', 'verdict', 'opened_by'],
    people: { reporter_id: 'mine', decided_by: 'trace' },
    onDeletion: {
      become: 'emptied',
      columns: { remark: '' },
      because: 'решение о сообщении касается и того, кто его написал',
    },
  },
  message_file: ofNobody('Файлы сообщений'),
  ...unsaid,
  poll_vote: {
    what: 'Голоса в опросах',
    why: 'итоги опросов',
    howLong: 'пока есть сообщение',
    personal: { options: 'Выбранные ответы' },
    people: { account_id: 'mine' },
    onDeletion: talk,
  },
  file: {
    what: 'Файлы',
    why: 'вложения сообщений, записей и документов',
    howLong: 'пока на файл что-то ссылается, и ещё сутки',
    personal: { name: 'Название' },
    plain: ['media_type', 'kind', 'sha256', 'state'],
    people: { uploader_id: 'mine' },
    onDeletion: kept('файл нужен там, куда он отправлен; неиспользованные стираются через сутки'),
  },
  call: ofNobody('Звонки', ['outcome'], { started_by: 'trace' }),
  call_person: {
    ...ofNobody('Кто отвечал на звонок', [], { account_id: 'mine', removed_by: 'trace', let_in_by: 'trace' }),
    onDeletion: kept('список присутствовавших — документ занятия; имени в записи нет'),
  },
  call_visit: {
    ...ofNobody('Кто и когда был на звонке', ['participant_sid'], { account_id: 'mine' }),
    onDeletion: kept('список присутствовавших — документ занятия; имени в записи нет'),
  },
  broadcast: ofNobody('Трансляции', ['title', 'about', 'audience', 'group_ids', 'state'], { host_id: 'trace' }),
  broadcast_person: {
    ...ofNobody('Кто просил слова и выступал в трансляции', ['stage'], { account_id: 'mine' }),
    onDeletion: kept('список участников — документ мероприятия; имени в записи нет'),
  },
  broadcast_visit: {
    ...ofNobody('Кто и когда смотрел трансляцию', ['participant_sid'], { account_id: 'mine' }),
    onDeletion: kept('список участников — документ мероприятия; имени в записи нет'),
  },
  broadcast_question: {
    what: 'Вопросы в трансляциях',
    why: 'ответить на вопрос в эфире',
    howLong: 'месяц после трансляции',
    personal: { text: 'Текст' },
    plain: ['state'],
    people: { account_id: 'mine' },
    onDeletion: erased,
  },
  broadcast_message: {
    what: 'Сообщения в чате трансляций',
    why: 'переписка во время эфира',
    howLong: 'месяц после трансляции',
    personal: { text: 'Текст' },
    people: { account_id: 'mine' },
    onDeletion: erased,
  },
  recording: {
    // Whoever was on the stage or in the call is seen and heard in it.
    what: 'Записи трансляций и звонков (изображение и голос тех, кто был на сцене или в звонке)',
    why: 'показать тем, кто не смог быть в эфире или на занятии',
    howLong: 'месяц после записи или пока её не удалят',
    personal: { title: 'Название' },
    plain: ['owner', 'state', 'stopped_for'],
    people: { started_by: 'trace' },
    mine: `room in (
      select broadcast_id from broadcast_person where account_id = $1 and spoke_at is not null
      union all select call_id from call_visit where account_id = $1)`,
    onDeletion: kept('запись принадлежит организации или платформе; через месяц она стирается'),
  },
  channel: ofNobody('Каналы', ['title', 'audience', 'group_ids', 'has_comments']),
  channel_position: {
    ...ofNobody('Докуда прочитан канал', [], { account_id: 'mine' }),
    onDeletion: erased,
  },
  post: {
    what: 'Записи в каналах и материалы на публикацию',
    why: 'сообщить всем или выбранным группам',
    howLong: 'пока есть канал',
    personal: { text: 'Текст', attachments: 'Вложения', poll: 'Опрос', word: 'С чем вернули' },
    plain: ['state', 'has_comments'],
    people: { author_id: 'mine' },
    onDeletion: kept('автор записи — организация'),
  },
  post_vote: {
    what: 'Голоса в опросах каналов',
    why: 'итоги опросов; кто как ответил, видят администраторы и администрация',
    howLong: 'пока есть запись',
    personal: { options: 'Выбранные ответы' },
    people: { account_id: 'mine' },
    onDeletion: kept('итог опроса принадлежит организации; имени в записи нет'),
  },
  post_comment: {
    what: 'Комментарии к записям каналов',
    why: 'ответить на запись',
    howLong: 'пока есть запись',
    personal: { text: 'Текст' },
    people: { author_id: 'mine' },
    onDeletion: talk,
  },
  comment_position: {
    ...ofNobody('Докуда прочитаны комментарии', [], { account_id: 'mine' }),
    onDeletion: erased,
  },
  post_file: ofNobody('Файлы записей'),
  material_folder: ofNobody('Папки материалов', ['programme', 'title']),
  material: {
    what: 'Материалы групп и программ',
    why: 'хранить и передавать учебные материалы',
    howLong: 'пока материал не удалён, и ещё неделю',
    personal: { title: 'Название', note: 'Пояснение', link: 'Ссылка' },
    people: { added_by: 'mine' },
    onDeletion: kept('материал принадлежит группе или программе'),
  },
  material_version: ofNobody('Версии файлов в материалах', [], { added_by: 'trace' }),
  notice: {
    what: 'Объявления, на которые нужно ответить',
    why: 'известить о важном и видеть, кто ознакомлен',
    howLong: 'пока есть организация',
    personal: { title: 'О чём', text: 'Текст', attachments: 'Вложения', options: 'Варианты', word: 'Почему отозвано' },
    plain: ['asks', 'per', 'audience', 'group_ids', 'urgency'],
    people: { author_id: 'mine' },
    onDeletion: kept('это документ организации'),
  },
  notice_wording: {
    what: 'Прежние тексты изменённых объявлений',
    why: 'видеть, на что отвечали',
    howLong: 'пока есть организация',
    personal: { title: 'О чём', text: 'Текст', options: 'Варианты', files: 'Файлы' },
    plain: ['asks'],
    mine: 'notice_id in (select id from notice where author_id = $1)',
    onDeletion: kept('это документ организации'),
  },
  notice_file: ofNobody('Файлы объявлений'),
  notice_receiver: {
    ...ofNobody('Кому отправлено объявление', [], { account_id: 'mine' }),
    onDeletion: kept('лист ознакомления — документ организации; имени в записи нет'),
  },
  notice_answer: {
    ...ofNobody('Ответы на объявления', [], { answered_by: 'mine' }),
    onDeletion: kept('лист ознакомления — документ организации; имени в записи нет'),
  },
  notice_letter: {
    what: 'Письма с объявлениями',
    why: 'отправить и видеть, что не дошло',
    howLong: 'месяц после срока объявления',
    personal: { address: 'Адрес' },
    plain: ['wave', 'kind', 'state'],
    mine: 'address = (select email from account where id = $1)',
    onDeletion: erased,
  },
}
