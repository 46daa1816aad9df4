export const ui = {
  close: 'Закрыть',
  back: 'Назад',
  help: 'Написать в поддержку',
} as const
