export const rollOvers = {
  'archive': '{name}, {from}/{until}',
  'archive.undone': '{name}, отменённый переход',
} as const
