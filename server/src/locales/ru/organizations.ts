export const organizations = {
  'staff-group': 'Педагоги',
} as const
