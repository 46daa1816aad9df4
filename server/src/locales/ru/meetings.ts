/** What letters, papers and calendar files say of meetings. */
export const meetings = {
  'letter.planned.subject': 'Встреча: {title}',
  'letter.planned.text': '{organization} приглашает: «{title}», {when}. Откройте встречу и ответьте, придёте ли вы.',
  'letter.moved.subject': 'Встреча перенесена: {title}',
  'letter.moved.text': '«{title}» ({organization}) теперь {when}. Ответьте, пожалуйста, ещё раз, придёте ли вы.',
  'letter.cancelled.subject': 'Встреча отменена: {title}',
  'letter.cancelled.text': '«{title}» ({organization}), {when}, не состоится. Причина: {word}',
  'letter.day.subject': 'Завтра встреча: {title}',
  'letter.day.text': 'Напоминаем: «{title}» ({organization}), {when}.',
  'letter.soon.subject': 'Скоро начнётся: {title}',
  'letter.soon.text': '«{title}» ({organization}) начнётся {when}.',
  'letter.online': 'Встреча пройдёт онлайн: войти можно со страницы встречи.',
  'letter.place': 'Место: {place}.',
  'letter.open': 'Открыть встречу',
  'ics.name': 'Колосок: мои встречи',
  'ics.online': 'Онлайн, в «Колоске»',
  'ics.cancelled': 'Отменена: {word}',
} as const
