/** What the server writes of broadcasts: their announcement in a channel, and the reminder by mail. */
export const broadcasts = {
  'announcement': 'Трансляция «{title}»: {when}',
  'announcement.link': 'Смотреть здесь: {url}',
  'announcement.cancelled': 'Трансляция «{title}» ({when}) отменена.',

  'reminder.subject': 'Скоро трансляция: {title}',
  'reminder.text': '{organization}: трансляция «{title}» начнётся {when}.',
  'reminder.how': 'Камера и микрофон не понадобятся: вас никто не увидит и не услышит.',
  'reminder.open': 'Открыть трансляцию',
} as const
