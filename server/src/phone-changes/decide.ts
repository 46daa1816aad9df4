import type { AgreedPhoneChange, PersonalCodeId, PhoneChangeId } from '@kolosok/contract'
import { createPersonalCode, revokeOpenCodes } from '#identity/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { type AfterCommit, transact, type Tx } from '#platform/db.ts'
import { accessPhoneChange, type ClearedPhoneChange, type Side } from './access.ts'
import { queueChange } from './come-into-effect.ts'
import { insertAgreement, listPlaces, updatePhoneChange } from './store.ts'
import { tellBoth } from './tell.ts'
import { writeDown } from './write-down.ts'

const DAY_MS = 24 * 3600 * 1000

type Target = Side & { readonly phoneChangeId: PhoneChangeId }

/** One organization's word, or an operator's for all of them; with the last one the change is agreed. */
export async function agreeToPhoneChange(
  context: Context,
  actor: Actor,
  { isInPerson, ...target }: Target & { readonly isInPerson: boolean },
): Promise<AgreedPhoneChange> {
  return transact(context.db, async (tx, afterCommit) => {
    const change = await accessPhoneChange(tx, actor, target, isInPerson ? 'agreeInPerson' : 'agree')
    const { organizationId } = target
    const now = context.clock()
    if (organizationId !== null) {
      await insertAgreement(tx, { id: change.id, organizationId, accountId: actor.accountId, now })
    }
    const left = organizationId === null ? [] : (await listPlaces(tx, change)).filter((place) => !place.hasAgreed)
    const step = { change, action: 'phone-change.agreed' as const, ...(organizationId && { organizationId }) }
    await writeDown(context, tx, actor, step, afterCommit)
    if (left.length > 0) return { personalCode: null, takesEffectAt: null, waitingElsewhere: left.length }
    // Other organizations are concerned: nobody of this one shortens the day in which the owner can object.
    const isAtOnce = isInPerson && (organizationId === null || change.places.length <= 1)
    const takesEffectAt = isAtOnce ? now : (change.takesEffectAt ?? new Date(now.getTime() + DAY_MS))
    return settle(context, tx, { actor, change, target, takesEffectAt, isAtOnce, afterCommit })
  })
}

type Settled = {
  readonly actor: Actor
  readonly change: ClearedPhoneChange
  readonly target: Target
  readonly takesEffectAt: Date
  readonly isAtOnce: boolean
  readonly afterCommit: AfterCommit
}

/** Who asked on a device of their own and waits the day needs no code: the number is theirs then by itself. */
async function settle(
  context: Context,
  tx: Tx,
  { actor, change, target, takesEffectAt, isAtOnce, afterCommit }: Settled,
): Promise<AgreedPhoneChange> {
  const { id, accountId } = change
  const isByOwner = change.requestedBy === accountId
  let personalCodeId: PersonalCodeId | null = null
  let personalCode: string | null = null
  if (isAtOnce || !isByOwner) {
    const purpose = { kind: 'coming-back', accountId, organizationId: target.organizationId } as const
    const made = await createPersonalCode(context, tx, actor, purpose, afterCommit)
    personalCodeId = made.personalCodeId
    personalCode = made.code
  } else {
    await queueChange(tx, id, takesEffectAt)
  }
  await updatePhoneChange(tx, id, { state: 'agreed', takesEffectAt, personalCodeId })
  if (change.state === 'requested') await tellBoth(context, tx, change, 'agreed')
  return { personalCode, takesEffectAt: takesEffectAt.toISOString(), waitingElsewhere: 0 }
}

export async function refusePhoneChange(context: Context, actor: Actor, target: Target): Promise<void> {
  await transact(context.db, async (tx, afterCommit) => {
    const change = await accessPhoneChange(tx, actor, target, 'refuse')
    const endedAt = context.clock()
    await updatePhoneChange(tx, change.id, { state: 'refused', endedAt })
    if (change.state === 'agreed') await revokeOpenCodes(tx, endedAt, { accountId: change.accountId })
    const { organizationId } = target
    const step = { change, action: 'phone-change.refused' as const, ...(organizationId && { organizationId }) }
    await writeDown(context, tx, actor, step, afterCommit)
  })
}
