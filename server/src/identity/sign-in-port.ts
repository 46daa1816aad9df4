import type { AccountId, PersonalCodeId } from '@kolosok/contract'
import type { AppError } from '#platform/app-error.ts'
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

/** A personal code for coming back is typed, with a number. */
export type CameBack = {
  readonly personalCodeId: PersonalCodeId
  readonly accountId: AccountId
  readonly phone: string
}

/**
 * What signing in sets off above: `applications` makes the administrator's membership here, when the
 * number is exactly the approved application's and it is proven, or it is typed and the address is
 * the application's and proven. Called in the transaction of every sign-in, so it must be idempotent.
 */
export type SignInPort = {
  readonly entered: (tx: Tx, entered: Entered, afterCommit: AfterCommit) => Promise<void>
  /** A code that was made for a changed number brings the change about; any other is none of its business. */
  readonly cameBack: (tx: Tx, typed: CameBack, afterCommit: AfterCommit) => Promise<'changed' | 'not-meant' | AppError>
}
