import type { CodeSent } from '@kolosok/contract'

/** A code on its way, and what was typed to get it. */
export type Sent = CodeSent & { readonly phone: string; readonly email: string; readonly at: number }
