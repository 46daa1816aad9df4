import type { RetentionKind } from '@kolosok/contract'
import type { Db } from './db.ts'

/** What a module takes away by itself: for how long it is kept, and how much its next run would take. */
export type Retained = {
  readonly kind: RetentionKind
  readonly keptDays: number
  /** Of what is older than `before`. */
  readonly count: (db: Db, before: Date) => Promise<number>
}
