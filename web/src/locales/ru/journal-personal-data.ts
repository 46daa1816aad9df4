/** What the journal says of consents and incidents. */
export const personalDataSentences = {
  'consent.asked': 'Организация просит согласие{subject, select, none {} other {: «{subject}»}}',
  'consent.closed': 'Согласия больше не просят{subject, select, none {} other {: «{subject}»}}',
  'consent.decided-on-paper':
    'Внесено с бумаги: {kind, select, given {согласие} withdrawn {отзыв согласия} other {отказ}}{subject, select, none {} other { «{subject}»}}',
  'consent.given': 'Дано согласие{subject, select, none { на обработку данных} other { «{subject}»}}',
  'consent.refused': 'Отказ в согласии{subject, select, none {} other { «{subject}»}}',
  'consent.register-taken': 'Выгружен реестр согласий{subject, select, none {} other {: «{subject}»}}',
  'consent.reopened': 'Согласие просят снова{subject, select, none {} other {: «{subject}»}}',
  'consent.reworded': 'Изменён текст согласия, всех спросят заново{subject, select, none {} other {: «{subject}»}}',
  'consent.withdrawn': 'Отозвано согласие{subject, select, none {} other { «{subject}»}}',
  'incident.closed': 'Закрыт инцидент с персональными данными',
  'incident.edited': 'Изменена запись об инциденте с персональными данными',
  'incident.noticed': 'Записан инцидент с персональными данными',
  'incident.reopened': 'Снова открыт инцидент с персональными данными',
} as const
