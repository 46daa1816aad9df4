export const deciding = {
  'reason': 'Причина, одна для всех',
  'reason.required': 'Напишите причину: её увидит каждый',
  'done': 'Готово',
  'done.title':
    '{count, plural, =0 {Ничего не решено} one {Решена # заявка} few {Решены # заявки} other {Решено # заявок}}',
  'left.title':
    '{count, plural, one {# осталась без решения} few {# остались без решения} other {# остались без решения}}:',
  'left.not-found': 'заявки больше нет или решаете не вы',
  'left.forbidden': 'решить её может только кто-то другой',
  'left.join-request-decided': 'уже решил кто-то другой',
  'left.confirmation-decided': 'уже решил кто-то другой',
  'left.child-left': 'этот ребёнок уже выбыл',
  'left.child-missing': 'не выбран ребёнок',
  'left.group-archived': 'группа в архиве',
  'left.line': '{name}: {why}',
  'failed': 'Не получилось. Проверьте связь и нажмите ещё раз: решённое дважды не решится.',
} as const
