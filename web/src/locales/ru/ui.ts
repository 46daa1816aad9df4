export const ui = {
  close: 'Закрыть',
} as const
