import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { getMe } from './account.store.ts'

/** How a code reaches somebody for sure: the own number, or the own address; null where it can be sent to neither. */
export async function findOwnWay({ sms, mail }: Context, db: Db, { accountId }: Pick<Actor, 'accountId'>) {
  const me = await getMe(db, accountId)
  const bySms = sms.isOn && me.isPhoneVerified && me.phone !== null
  const way = bySms ? ('sms' as const) : mail.isOn && me.email !== null ? ('email' as const) : null
  return { ...me, way }
}
