export const ui = {
  close: 'Закрыть',
  help: 'Написать в поддержку',
} as const
