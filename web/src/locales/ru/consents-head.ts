/** Of the line over the chats: the rest of the words comes with its pages. */
export const consentsHead = {
  title: 'Согласия',
  waiting: '{count, plural, one {# ждёт решения} few {# ждут решения} many {# ждут решения} other {# ждут решения}}',
} as const
