import type { ChildId, GroupId, GuardianContact, OrganizationId, SendingWay } from '@kolosok/contract'
import { listContactsOf } from '#children/index.ts'
import { accessGroup } from '#groups/index.ts'
import { listUnclaimed, type Scope } from '#invitations/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { readAddress } from './address.ts'
import { type AwaitedChild, listAwaited, listSent, type Sent } from './recipients.store.ts'

export type Where = { readonly organizationId: OrganizationId; readonly groupId?: GroupId | undefined }

/** What this installation can send by. */
export const waysOf = ({ mail, sms }: Pick<Context, 'mail' | 'sms'>): SendingWay[] => [
  ...(mail.isOn ? ['email' as const] : []),
  ...(sms.isOn ? ['sms' as const] : []),
]

/** The families of one's group; of the whole organization by whoever may invite anybody. */
export async function accessFamilies(db: Db, actor: Actor, { organizationId, groupId }: Where): Promise<void> {
  if (groupId === undefined) {
    await accessOrganization(db, actor, organizationId, 'inviteAnybody')
    return
  }
  await accessOrganization(db, actor, organizationId, 'seePages')
  const group = await accessGroup(db, actor, groupId, 'invite')
  if (group.organizationId !== organizationId) throw new AppError('not-found')
}

/** How one adult is reached: by letter if that was chosen and there is an address, else by SMS. */
export const reach = (contact: GuardianContact, ways: readonly SendingWay[]) => choose(addressesOf(contact), ways)

/** What a list says of one adult, read once: asking the library of numbers takes time. */
export const addressesOf = ({ email, phone }: GuardianContact) => ({
  email: readAddress(email),
  sms: readAddress(phone),
})

export function choose({ email, sms }: ReturnType<typeof addressesOf>, ways: readonly SendingWay[]) {
  if (ways.includes('email') && email?.way === 'email') return email
  return ways.includes('sms') && sms?.way === 'sms' ? sms : null
}

export type Family = AwaitedChild & { readonly contacts: readonly GuardianContact[] }

export async function listFamilies(db: Db, where: Where): Promise<Family[]> {
  const children = await listAwaited(db, where.organizationId, where.groupId)
  const ids: ChildId[] = children.map(({ id }) => id)
  const contacts = Map.groupBy(await listContactsOf(db, ids), ({ childId }) => childId)
  return children.map((child) => ({ ...child, contacts: contacts.get(child.id) ?? [] }))
}

const DAY = 24 * 60 * 60 * 1000

/** Where links went that nobody has come in by; not what was sent within a day. */
export async function listReminders(db: Db, scope: Scope, groupId: GroupId | undefined, now: Date): Promise<Sent[]> {
  const ids = await listUnclaimed(db, scope, now, { groupId })
  const lately = new Set((await listSent(db, ids, new Date(now.getTime() - DAY))).map(keyOf))
  return (await listSent(db, ids)).filter((sent) => !lately.has(keyOf(sent)))
}

export const keyOf = ({ invitationId, address }: Pick<Sent, 'invitationId' | 'address'>) => `${invitationId} ${address}`
