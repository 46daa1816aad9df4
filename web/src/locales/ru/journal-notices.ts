/** What the journal says of notices. */
export const noticeSentences = {
  'notice.answered-on-paper': 'Внесён ответ с бумаги{subject, select, none {} other {: объявление «{subject}»}}',
  'notice.corrected': 'Объявление исправлено, ответы собираются заново{subject, select, none {} other {: «{subject}»}}',
  'notice.edited': 'Изменено объявление{subject, select, none {} other { «{subject}»}}',
  'notice.register-taken':
    'Выгружен {kind, select, acknowledge {лист ознакомления} read {список прочитавших} other {список ответов}}{subject, select, none {} other {: «{subject}»}}',
  'notice.reminded':
    'Напоминание об объявлении{subject, select, none {} other { «{subject}»}}: {count, plural, one {# получателю} few {# получателям} many {# получателям} other {# получателя}}',
  'notice.sent': 'Отправлено объявление{subject, select, none {} other { «{subject}»}}',
  'notice.sent-urgently':
    'Отправлено срочное объявление{subject, select, none {} other { «{subject}»}}. Причина: {kind, select, safety {безопасность} health {здоровье детей} closing {сад или группа не работает} weather {погода} other {другая}}',
  'notice.slips-printed': 'Напечатаны листки для семей{subject, select, none {} other {: «{subject}»}}',
  'notice.withdrawn': 'Отозвано объявление{subject, select, none {} other { «{subject}»}}',
} as const
