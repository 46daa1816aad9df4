import type { AccountId, SessionId } from '@kolosok/contract'

/** Who is asking, resolved once per request from the session. Roles hang on memberships, not here. */
export type Actor = { readonly accountId: AccountId; readonly sessionId: SessionId; readonly isOperator: boolean }
