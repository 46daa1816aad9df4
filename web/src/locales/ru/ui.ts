export const ui = {
  close: 'Закрыть',
  back: 'Назад',
  help: 'Написать в поддержку',
  how: 'Как это работает',
} as const
