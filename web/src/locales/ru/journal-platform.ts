/** Of what operators do: instructions, and who is one. */
export const platformSentences = {
  'article.deleted': 'Инструкция удалена',
  'article.hidden': 'Инструкция скрыта',
  'article.kept': 'Оставлен свой текст инструкции вместо нового',
  'article.restored': 'Инструкции возвращён исходный текст',
  'article.shown': 'Инструкция показана снова',
  'article.translated': 'Инструкция переведена на другой язык или перевод изменён',
  'article.translation-removed': 'Перевод инструкции удалён',
  'article.written': 'Написана или изменена инструкция',
  'operator.added': 'Добавлен оператор платформы',
  'operator.awaited': 'Приглашён оператор платформы',
  'operator.not-awaited': 'Приглашение оператора отменено',
  'operator.removed': 'Оператор платформы удалён',
} as const
