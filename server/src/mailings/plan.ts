import type { GroupId, InvitationId, MailingPurpose, NewMailing, OrganizationId, SendingWay } from '@kolosok/contract'
import { CHILD_USES, INVITATION_DAYS } from '@kolosok/contract'
import {
  accessInvitation,
  getInvitationRow,
  listInvitees,
  openToColleagues,
  openToFamilies,
  scopeOf,
} from '#invitations/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/db.ts'
import { readAddress } from './address.ts'
import { accessFamilies, keyOf, listFamilies, listReminders, reach, waysOf } from './recipients.ts'
import { listSent } from './recipients.store.ts'
import type { NewDelivery } from './store.ts'

export type Plan = {
  readonly purpose: MailingPurpose
  readonly groupId: GroupId | null
  readonly deliveries: readonly NewDelivery[]
}

type Asked<To extends NewMailing['to']> = Extract<NewMailing, { to: To }> & { readonly organizationId: OrganizationId }
const [MINUTE, DAY] = [60 * 1000, 24 * 60 * 60 * 1000]

/** Asks at the door, makes the links that are missing, and says what goes where. */
export function planMailing(context: Context, tx: Tx, actor: Actor, asked: Asked<NewMailing['to']>): Promise<Plan> {
  switch (asked.to) {
    case 'families':
      return planFamilies(context, tx, actor, asked)
    case 'expected':
      return planExpected(context, tx, actor, asked)
    case 'staff':
      return planStaff(context, tx, actor, asked)
    case 'invitation':
      return planOne(context, tx, actor, asked)
    case 'unclaimed':
      return planReminders(context, tx, actor, asked)
  }
}

async function planFamilies(context: Context, tx: Tx, actor: Actor, asked: Asked<'families'>): Promise<Plan> {
  const { organizationId, groupId = null, ways } = asked
  await accessFamilies(tx, actor, asked)
  requireOn(context, ways)
  const families = (await listFamilies(tx, asked)).map(({ id, contacts }) => ({
    id,
    addresses: contacts.flatMap((contact) => reach(contact, ways) ?? []),
  }))
  const reached = families.filter(({ addresses }) => addresses.length > 0)
  const childIds = reached.map(({ id }) => id)
  const terms = { useLimit: CHILD_USES, days: INVITATION_DAYS }
  const { open } = await openToFamilies(context, tx, actor, { organizationId, groupId, childIds, ...terms })
  const wanted = reached.flatMap(({ id, addresses }) => {
    const invitationId = open.get(id)
    return invitationId === undefined ? [] : addresses.map((address) => ({ invitationId, ...address }))
  })
  return { purpose: 'invite', groupId, deliveries: await notSentSince(context, tx, wanted, DAY) }
}

async function planExpected(context: Context, tx: Tx, actor: Actor, asked: Asked<'expected'>): Promise<Plan> {
  const { organizationId, ways } = asked
  await accessOrganization(tx, actor, organizationId, 'inviteAnybody')
  requireOn(context, ways)
  const expected = await listInvitees(tx, organizationId, context.clock())
  const wanted = expected.flatMap(({ invitationId, ...contact }) => {
    const address = reach(contact, ways)
    return address ? [{ invitationId, ...address }] : []
  })
  return { purpose: 'invite', groupId: null, deliveries: await notSentSince(context, tx, wanted, DAY) }
}

async function planStaff(context: Context, tx: Tx, actor: Actor, asked: Asked<'staff'>): Promise<Plan> {
  const { organizationId, position, days } = asked
  await accessOrganization(tx, actor, organizationId, 'inviteAnybody')
  const addresses = readAll(context, asked.addresses)
  const terms = { useLimit: 1, days }
  const ids = await openToColleagues(context, tx, actor, {
    organizationId,
    position,
    count: addresses.length,
    ...terms,
  })
  const deliveries = addresses.flatMap((address, index) => {
    const invitationId = ids[index]
    return invitationId === undefined ? [] : [{ invitationId, ...address }]
  })
  return { purpose: 'invite', groupId: null, deliveries }
}

async function planOne(context: Context, tx: Tx, actor: Actor, asked: Asked<'invitation'>): Promise<Plan> {
  const { organizationId, invitationId } = asked
  const cleared = await accessInvitation(tx, actor, invitationId)
  if (cleared.organizationId !== organizationId) throw new AppError('not-found')
  const { state } = await getInvitationRow(tx, invitationId, context.clock())
  if (state !== 'open') throw new AppError('invitation-over')
  const wanted = readAll(context, asked.addresses).map((address) => ({ invitationId, ...address }))
  return { purpose: 'invite', groupId: null, deliveries: await notSentSince(context, tx, wanted, 10 * MINUTE) }
}

async function planReminders(context: Context, tx: Tx, actor: Actor, asked: Asked<'unclaimed'>): Promise<Plan> {
  const { organizationId, groupId } = asked
  await accessFamilies(tx, actor, asked)
  const scope = await scopeOf(tx, actor, organizationId)
  const on = waysOf(context)
  const sent = await listReminders(tx, scope, groupId, context.clock())
  return { purpose: 'remind', groupId: groupId ?? null, deliveries: sent.filter(({ way }) => on.includes(way)) }
}

/** Offered is only what works; a page may be older than a setting. */
function requireOn(context: Context, ways: readonly SendingWay[]): void {
  const on = waysOf(context)
  if (ways.some((way) => !on.includes(way))) throw new AppError('way-off')
}

/** Each once; every line that is no address is named. */
function readAll(context: Context, typed: readonly string[]) {
  const read = typed.map(readAddress)
  const bad = read.flatMap((address, index) =>
    address === null ? [[`addresses/${String(index)}`, 'not-an-address']] : [],
  )
  if (bad.length > 0) throw invalidFields(Object.fromEntries(bad) as Record<string, string>)
  const addresses = new Map(read.flatMap((one) => (one ? [[one.address, one] as const] : [])))
  requireOn(context, [...new Set([...addresses.values()].map(({ way }) => way))])
  return [...addresses.values()]
}

/** Pressing twice does not write to anybody twice. */
async function notSentSince(
  { clock }: Context,
  tx: Tx,
  wanted: readonly NewDelivery[],
  ms: number,
): Promise<NewDelivery[]> {
  const ids: InvitationId[] = [...new Set(wanted.map(({ invitationId }) => invitationId))]
  const lately = new Set((await listSent(tx, ids, new Date(clock().getTime() - ms))).map(keyOf))
  return wanted.filter((one) => !lately.has(keyOf(one)))
}
