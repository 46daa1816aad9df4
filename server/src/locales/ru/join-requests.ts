export const joinRequests = {
  'accepted.subject': 'Вас приняли: {organization}',
  'accepted.text': 'Вашу заявку приняли. Откройте «Колосок»: чаты уже ждут вас.',
  'accepted.sms': '{organization}: вашу заявку приняли. {url}',
  'refused.subject': 'Ответ на вашу заявку: {organization}',
  'refused.text':
    'Заявку не приняли. Причина: {reason}. Если это ошибка, позвоните в организацию или подайте заявку ещё раз.',
  'refused.sms': '{organization}: заявку не приняли, причина на странице {url}',
  'closed': 'организация закрывается в Колоске',
  'open': 'Открыть',
} as const
