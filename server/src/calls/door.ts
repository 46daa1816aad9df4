import { accountId as accountIdSchema, callId as callIdSchema } from '@kolosok/contract'
import type { CallContext } from './context.ts'
import { findCall, listAllowed } from './store.ts'

/**
 * Who may come to a room's signalling, also by a token of some minutes ago: in the meantime they may have been removed,
 * have left the chat or signed out. LiveKit knows none of it.
 */
export function createDoor({ db, media }: Pick<CallContext, 'db' | 'media'>): (token: string) => Promise<boolean> {
  return async (token) => {
    const pass = await media.readPass(token)
    const callId = callIdSchema.safeParse(pass?.room).data
    const accountId = accountIdSchema.safeParse(pass?.identity).data
    if (!callId || !accountId) return false
    const call = await findCall(db, callId)
    return call?.endedAt === null && (await listAllowed(db, callId, [accountId])).length > 0
  }
}
