import type { ProblemCode } from '@kolosok/contract'
import type { GroupFacts } from '#groups/index.ts'

/** Whose materials they are: a group's, or those of all groups of one programme. */
export type ShelfFacts = Pick<GroupFacts, 'roles' | 'ties' | 'isArchived'> & {
  readonly kind: GroupFacts['kind'] | 'programme'
}

export type MaterialVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'group-archived'>

const is = ({ roles }: ShelfFacts, ...wanted: ShelfFacts['roles'][number][]) =>
  roles.some((role) => wanted.includes(role))

const isOffice = (shelf: ShelfFacts) => is(shelf, 'admin', 'head', 'management')
/** «Педагоги» are all confirmed teachers; any other group has those attached to it, its specialists included. */
const teaches = (shelf: ShelfFacts) =>
  is(shelf, 'teacher', 'management', 'head') && (shelf.kind === 'staff' || shelf.ties.includes('teacher'))
const isFamily = (shelf: ShelfFacts) => shelf.kind !== 'staff' && is(shelf, 'parent') && shelf.ties.includes('guardian')

function see(shelf: ShelfFacts): MaterialVerdict {
  if (isOffice(shelf)) return 'allow'
  if (shelf.isArchived) return 'not-found'
  return teaches(shelf) || isFamily(shelf) ? 'allow' : 'not-found'
}

function add(shelf: ShelfFacts): MaterialVerdict {
  const seen = see(shelf)
  if (seen !== 'allow') return seen
  if (!isOffice(shelf) && !teaches(shelf)) return 'forbidden'
  return shelf.isArchived ? 'group-archived' : 'allow'
}

export const materialPolicy = {
  see,
  /** To put in, change, take out; and to see what was there before. */
  add,
} as const

export type MaterialAction = keyof typeof materialPolicy
