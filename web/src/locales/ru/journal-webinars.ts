/** What the journal says of webinars and seminars. */
export const webinarSentences = {
  'webinar.attendance-marked': 'Отмечено посещение вебинара или семинара',
  'webinar.certificate-revoked': 'Отозвано свидетельство об участии',
  'webinar.certificates-issued': 'Выданы свидетельства об участии',
  'webinar.cancelled': 'Отменён вебинар или семинар',
  'webinar.changed': 'Изменён вебинар или семинар',
  'webinar.drafted': 'Начат черновик вебинара или семинара',
  'webinar.published': 'Объявлен вебинар или семинар',
  'webinar.registered': 'Запись на вебинар или семинар',
  'webinar.removed': 'Удалён черновик вебинара или семинара',
  'webinar.withdrawn': 'Отказ от места на вебинаре или семинаре',
} as const
