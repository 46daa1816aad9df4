import type { ChildId, GroupId, GuardianContact, OrganizationId, SendingWay } from '@kolosok/contract'
import { listContactsOf } from '#children/index.ts'
import { accessGroup } from '#groups/index.ts'
import { listInvitees, listUnclaimed, type Scope, scopeOf } from '#invitations/index.ts'
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
export function reach(contact: GuardianContact, ways: readonly SendingWay[]) {
  const email = ways.includes('email') ? readAddress(contact.email) : null
  const phone = ways.includes('sms') ? readAddress(contact.phone) : null
  return email?.way === 'email' ? email : phone?.way === 'sms' ? phone : null
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

const UNREACHABLE_SHOWN = 50

/** Before sending: whom it would reach, and by what. */
export async function getRecipients(context: Context, actor: Actor, where: Where) {
  const { db, clock } = context
  await accessFamilies(db, actor, where)
  const families = await listFamilies(db, where)
  const contacts = families.flatMap((family) => family.contacts)
  const ways = waysOf(context)
  const unreachable = families.filter(({ contacts }) => !contacts.some((contact) => reach(contact, ways)))
  const scope = await scopeOf(db, actor, where.organizationId)
  const expected = scope.teacher === null ? await listInvitees(db, where.organizationId, clock()) : []
  return {
    ways,
    children: families.length,
    messages: countMessages(contacts),
    unreachable: {
      count: unreachable.length,
      children: unreachable.slice(0, UNREACHABLE_SHOWN).map(({ id, name, group }) => ({ id, name, group })),
    },
    expected: { people: expected.length, messages: countMessages(expected) },
    reminders: (await listReminders(db, scope, where.groupId, clock())).length,
  }
}

function countMessages(contacts: readonly GuardianContact[]) {
  const count = (...ways: SendingWay[]) => contacts.filter((contact) => reach(contact, ways) !== null).length
  return { email: count('email'), sms: count('sms'), both: count('email', 'sms') }
}
