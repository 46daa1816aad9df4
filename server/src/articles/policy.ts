import type { ArticleRole, ProblemCode, Role } from '@kolosok/contract'

export type ArticleFacts = {
  readonly reader: 'nobody' | 'account' | 'operator'
  /** Readable without signing in. */
  readonly isOpen: boolean
  readonly isHidden: boolean
}

export type ArticleVerdict = 'allow' | Extract<ProblemCode, 'not-found'>

export const articlePolicy = {
  /** An instruction is no secret: by its address anybody reads it who has signed in. */
  read({ reader, isOpen, isHidden }: ArticleFacts): ArticleVerdict {
    if (isHidden) return reader === 'operator' ? 'allow' : 'not-found'
    return isOpen || reader !== 'nobody' ? 'allow' : 'not-found'
  },
} as const

type Held = { readonly role: Role; readonly isAdmin: boolean }

const written: Readonly<Record<Role, ArticleRole>> = {
  management: 'head',
  teacher: 'teacher',
  parent: 'parent',
  // Nothing is written for pupils alone: they do here what their parents do.
  student: 'parent',
}

/** For which roles that are written for somebody reads. */
export function articleRolesOf(held: readonly Held[], isOperator: boolean): ArticleRole[] {
  const roles = held.flatMap(({ role, isAdmin }): ArticleRole[] => [
    written[role],
    ...(isAdmin ? (['admin'] as const) : []),
  ])
  return [...new Set([...roles, ...(isOperator ? (['operator'] as const) : [])])]
}
