import type { AccountId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import type { AfterCommit, Tx } from '#platform/db.ts'

/** Somebody has just signed in, and this is what is known of them by now. */
export type Entered = {
  readonly actor: Actor
  readonly accountId: AccountId
  readonly phone: string | null
  /** By a code to it, now or before, or by a personal code that an operator made for this number. */
  readonly isPhoneVerified: boolean
  /** An address is kept only when a code to it was entered. */
  readonly email: string | null
  readonly isEmailVerified: boolean
}

/**
 * What signing in sets off above: `applications` makes the administrator's membership here, when the
 * number is exactly the approved application's and it is proven, or it is typed and the address is
 * the application's and proven. Called in the transaction of every sign-in, so it must be idempotent.
 */
export type SignInPort = {
  readonly entered: (tx: Tx, entered: Entered, afterCommit: AfterCommit) => Promise<void>
}
