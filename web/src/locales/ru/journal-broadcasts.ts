/** What the journal says of broadcasts, and of what is recorded. */
export const broadcastSentences = {
  'broadcast.cancelled': 'Трансляция отменена{subject, select, none {} other {: «{subject}»}}',
  'broadcast.chat-closed': 'Чат трансляции{subject, select, none {} other { «{subject}»}} выключен',
  'broadcast.chat-opened': 'Чат трансляции{subject, select, none {} other { «{subject}»}} включён',
  'broadcast.edited': 'Изменён план трансляции{subject, select, none {} other { «{subject}»}}',
  'broadcast.ended': 'Трансляция закончилась{subject, select, none {} other {: «{subject}»}}',
  'broadcast.guest-raised':
    'На сцене трансляции{subject, select, none {} other { «{subject}»}}: {person, select, none {участник} other {{person}}}',
  'broadcast.guest-returned':
    'Со сцены трансляции{subject, select, none {} other { «{subject}»}} ушёл в зрители: {person, select, none {участник} other {{person}}}',
  'broadcast.message-removed':
    'Удалено сообщение в чате трансляции{subject, select, none {} other { «{subject}»}}. Писал: {person, select, none {участник} other {{person}}}',
  'broadcast.person-muted':
    'В чате трансляции{subject, select, none {} other { «{subject}»}} больше не может писать: {person, select, none {участник} other {{person}}}',
  'broadcast.person-unmuted':
    'В чате трансляции{subject, select, none {} other { «{subject}»}} снова может писать: {person, select, none {участник} other {{person}}}',
  'broadcast.planned': 'Запланирована трансляция{subject, select, none {} other { «{subject}»}}',
  'broadcast.question-dismissed':
    'Снят вопрос в трансляции{subject, select, none {} other { «{subject}»}}. Спрашивал: {person, select, none {участник} other {{person}}}',
  'broadcast.started': 'Началась трансляция{subject, select, none {} other { «{subject}»}}',
  'call-recording.deleted': 'Удалена запись звонка{subject, select, none {} other { «{subject}»}}',
  'call-recording.expired':
    'Вышел срок хранения записи звонка{subject, select, none {} other { «{subject}»}}: запись стёрта',
  'call-recording.failed': 'Записать звонок не получилось{subject, select, none {} other {: «{subject}»}}',
  'call-recording.finished': 'Готова запись звонка{subject, select, none {} other { «{subject}»}}',
  'call-recording.started': 'Началась запись звонка{subject, select, none {} other { «{subject}»}}',
  'call-recording.stopped': 'Остановлена запись звонка{subject, select, none {} other { «{subject}»}}',
  'recording.deleted': 'Удалена запись трансляции{subject, select, none {} other { «{subject}»}}',
  'recording.expired':
    'Вышел срок хранения записи трансляции{subject, select, none {} other { «{subject}»}}: запись стёрта',
  'recording.failed': 'Записать трансляцию не получилось{subject, select, none {} other {: «{subject}»}}',
  'recording.finished': 'Готова запись трансляции{subject, select, none {} other { «{subject}»}}',
  'recording.started': 'Началась запись трансляции{subject, select, none {} other { «{subject}»}}',
  'recording.stopped': 'Остановлена запись трансляции{subject, select, none {} other { «{subject}»}}',
} as const
