/** What the journal says of meetings. */
export const meetingSentences = {
  'meeting.attendance-taken': 'Выгружен список присутствовавших{subject, select, none {} other {: «{subject}»}}',
  'meeting.cancelled':
    'Отменена встреча{subject, select, none {} other { «{subject}»}}{count, plural, =0 {} other { и следующие за ней, всего #}}',
  'meeting.changed':
    'Изменена встреча{subject, select, none {} other { «{subject}»}}{count, plural, =0 {} other { и следующие за ней, всего #}}',
  'meeting.guest-link-made': 'Сделана гостевая ссылка на встречу{subject, select, none {} other { «{subject}»}}',
  'meeting.guest-link-revoked': 'Отозвана гостевая ссылка на встречу{subject, select, none {} other { «{subject}»}}',
  'meeting.lessons-taken': 'Выгружен перечень занятий за учебный год',
  'meeting.planned':
    'Назначена встреча{subject, select, none {} other { «{subject}»}}{count, plural, =0 {} other {, повторяется # раз}}',
  'meeting.protocol-reopened':
    'Протокол встречи{subject, select, none {} other { «{subject}»}} снова открыт для правки',
  'meeting.protocol-signed': 'Подписан протокол встречи{subject, select, none {} other { «{subject}»}}',
  'meeting.task-set': 'Задано на дом на занятии{subject, select, none {} other { «{subject}»}}',
  'meeting.work-answered': 'Педагог ответил на работу с занятия{subject, select, none {} other { «{subject}»}}',
  'meeting.work-handed': 'Семья прислала работу с занятия{subject, select, none {} other { «{subject}»}}',
} as const
