/** What letters say of webinars and seminars. */
export const webinars = {
  'letter.moved.subject': 'Изменились время или место: {title}',
  'letter.moved.text': '«{title}» теперь {when}. Если вам неудобно, откажитесь от места: его займёт тот, кто ждёт.',
  'letter.cancelled.subject': 'Отменено: {title}',
  'letter.cancelled.text': '«{title}», {when}, не состоится. Причина: {word}',
  'letter.narrowed.subject': 'Вы больше не записаны: {title}',
  'letter.narrowed.text':
    'Организатор изменил, для кого «{title}», {when}: для вашей роли его больше нет, и место за вами не сохранилось. Приходить не нужно.',
  'letter.day.subject': 'Завтра: {title}',
  'letter.day.text': 'Напоминаем: вы записаны на «{title}», {when}.',
  'letter.hour.subject': 'Через час: {title}',
  'letter.hour.text': '«{title}» начнётся {when}.',
  'letter.seat.subject': 'Для вас есть место: {title}',
  'letter.seat.text': 'Освободилось место, и теперь вы записаны на «{title}», {when}.',
  'letter.certificate.subject': 'Свидетельство об участии: {title}',
  'letter.certificate.text':
    'Спасибо, что были на «{title}» {when}. Свидетельство лежит на странице вебинара: его можно скачать и распечатать.',
  'letter.online': 'Пройдёт онлайн: войти можно со страницы вебинара, камера и микрофон не понадобятся.',
  'letter.place': 'Место: {place}.',
  'letter.open': 'Открыть страницу',
} as const
