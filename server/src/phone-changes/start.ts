import type { MembershipId, PhoneChangeId } from '@kolosok/contract'
import { accessMember } from '#coming-back/index.ts'
import { readPhone } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/db.ts'
import { startChange } from './own.ts'
import { lockPhoneChange } from './store.ts'

type Target = { readonly membershipId: MembershipId; readonly phoneChangeId: PhoneChangeId; readonly phone: string }

/** In the name of somebody who has lost their phone and is in nowhere. */
export async function startForMember(context: Context, actor: Actor, target: Target): Promise<void> {
  const phone = readPhone(target.phone)
  await transact(context.db, async (tx, afterCommit) => {
    const { accountId } = await accessMember(tx, actor, target.membershipId, 'startPhoneChange')
    const id = target.phoneChangeId
    const asked = await lockPhoneChange(tx, id)
    if (asked && asked.accountId !== accountId) throw new AppError('not-found')
    if (!asked) await startChange(context, tx, actor, { id, accountId, phone }, afterCommit)
  })
}
