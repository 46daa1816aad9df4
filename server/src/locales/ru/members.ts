/** What chats are called that are made by themselves; whoever may can rename them. */
export const members = {
  'standard.deputies': 'Администрация',
  'standard.committee': 'Родительский актив',
} as const
