import { z } from 'zod'

/** Children with their parents, staff with their groups, or the groups themselves. */
export const importKind = z.enum(['children', 'staff', 'groups'])
export type ImportKind = z.infer<typeof importKind>

/** What a column of a list holds. */
export const columnMeaning = z.enum([
  'ignored',
  'child-name',
  'family-name',
  'given-name',
  // Tells namesakes apart, and is not kept.
  'birth-date',
  'group',
  'mother-name',
  'mother-phone',
  'mother-email',
  'father-name',
  'father-phone',
  'father-email',
  'person-name',
  'patronymic',
  'position',
  'groups',
  'phone',
  'email',
  'age',
  'group-kind',
  'programme',
  'parent-group',
])
export type ColumnMeaning = z.infer<typeof columnMeaning>

/** Which of them a list of each kind can hold. */
export const columnMeanings = {
  children: [
    'ignored',
    'child-name',
    'family-name',
    'given-name',
    'birth-date',
    'group',
    'mother-name',
    'mother-phone',
    'mother-email',
    'father-name',
    'father-phone',
    'father-email',
  ],
  staff: ['ignored', 'person-name', 'family-name', 'given-name', 'patronymic', 'position', 'groups', 'phone', 'email'],
  groups: ['ignored', 'group', 'age', 'group-kind', 'programme', 'parent-group'],
} as const satisfies Record<ImportKind, readonly ColumnMeaning[]>
