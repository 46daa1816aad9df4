import { erased, kept, ofNobody, type Register } from './entry.ts'

/** What is planned, who comes, and what was decided. */
export const meetings: Register = {
  meeting_series: ofNobody('Как повторяются встречи', ['repeats']),
  calendar_feed: {
    ...ofNobody('Адреса календарей для своих программ', ['token_hash'], { account_id: 'mine' }),
    onDeletion: erased,
  },
  meeting_person: {
    ...ofNobody('Кто приглашён на встречу лично', [], { account_id: 'mine' }),
    onDeletion: erased,
  },
  meeting_answer: {
    ...ofNobody('Ответы на приглашения', ['answer'], { account_id: 'mine' }),
    onDeletion: erased,
  },
  meeting_attendance: {
    ...ofNobody('Кто был на встрече', ['mark'], { account_id: 'mine', marked_by: 'trace' }),
    onDeletion: kept('список присутствовавших — документ организации; имени в записи нет'),
  },
  lesson_task: {
    what: 'Задания занятий',
    why: 'задать на дом',
    howLong: 'пока есть организация',
    personal: { text: 'Задание' },
    people: { set_by: 'trace' },
    onDeletion: kept('это документ организации'),
  },
  lesson_work: {
    what: 'Работы детей, присланные семьями',
    why: 'проверить и ответить',
    howLong: 'пока есть организация',
    personal: { text: 'Что написано', attachments: 'Файлы', word: 'Ответ педагога' },
    plain: ['state'],
    people: { handed_by: 'mine', answered_by: 'trace' },
    onDeletion: kept('работа принадлежит ребёнку; имени взрослого в записи нет'),
  },
  lesson_work_file: ofNobody('Файлы присланных работ'),
  meeting_protocol: {
    what: 'Протоколы встреч',
    why: 'хранить, что решили',
    howLong: 'пока есть организация',
    personal: {
      chair: 'Председатель',
      secretary: 'Секретарь',
      items: 'Что слушали и решили',
      participants: 'Присутствовавшие',
    },
    plain: ['number'],
    people: { edited_by: 'trace', signed_by: 'trace' },
    onDeletion: kept('протокол — документ организации'),
  },
  meeting_guest: {
    what: 'Кто был на встрече из тех, кого нет в «Колоске»',
    why: 'составить список присутствовавших',
    howLong: 'пока есть организация',
    personal: { name: 'Имя' },
    people: { added_by: 'trace' },
    onDeletion: kept('список присутствовавших — документ организации'),
  },
  guest_link: ofNobody('Гостевые ссылки на встречи', ['token_hash'], { made_by: 'trace' }),
  guest: {
    what: 'Гости встреч, пришедшие по ссылке',
    why: 'впустить на встречу и составить список присутствовавших',
    howLong: 'впущенные — пока есть организация; остальные — 30 дней',
    personal: { name: 'Имя, как гость назвал себя' },
    plain: ['key_hash'],
    people: { let_in_by: 'trace', removed_by: 'trace' },
    onDeletion: kept('список присутствовавших — документ организации; учётной записи у гостя нет'),
  },
  guest_visit: ofNobody('Когда гость был на встрече', ['participant_sid']),
  meeting: {
    what: 'Встречи',
    why: 'собрать людей и знать, кто придёт',
    howLong: 'пока есть организация',
    personal: {
      title: 'О чём',
      agenda: 'Повестка',
      place: 'Место',
      word: 'Почему отменена',
      led_by: 'Приглашённый педагог, который ведёт занятие',
    },
    plain: ['kind', 'audience', 'group_ids', 'chat_ids', 'programme'],
    people: { organizer_id: 'mine' },
    onDeletion: kept('это документ организации'),
  },
}
