export const tickets = {
  'button': 'Открыть обращение',
  'from.platform': 'Вам ответила поддержка платформы.',
  'from.organization': 'Вам ответил администратор организации «{organization}».',
  'answer.subject': 'Ответ на обращение № {number}: {subject}',
  'files': 'К ответу приложены файлы: они на странице обращения.',
  'reply': 'Если вопрос остался, ответьте на странице обращения: это письмо отправлено роботом.',
  'solved': 'Мы считаем вопрос решённым. Если это не так, просто напишите на странице обращения, и мы вернёмся к нему.',
  'asked.subject': 'Новое обращение № {number}',
  'asked.text':
    '{place, select, some {Вам написали из организации «{organization}»} other {Вам написали}}: «{subject}». Обращение ждёт ответа.',
  'passed.subject': 'Вам передали обращение № {number}',
  'passed.text':
    '{place, select, some {Организация «{organization}»} other {Без организации}}: «{subject}». Вся переписка уже в обращении.',
  'replied.subject': 'Вам ответили в обращении № {number}',
  'replied.text': '«{subject}»: человек написал ещё. Обращение снова ждёт вас.',
} as const
