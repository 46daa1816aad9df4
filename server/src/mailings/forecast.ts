import type { GuardianContact, InvitationId, SendingWay } from '@kolosok/contract'
import { listInvitees, listOpenOnes, scopeOf } from '#invitations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { countsOfDay, withinMeasure } from './measure.ts'
import {
  accessFamilies,
  addressesOf,
  choose,
  type Family,
  keyOf,
  listFamilies,
  listReminders,
  waysOf,
  type Where,
} from './recipients.ts'
import { listSent } from './recipients.store.ts'

const DAY = 24 * 60 * 60 * 1000
const UNREACHABLE_SHOWN = 50

/** Before sending: whom it would reach, and by what. */
export async function getRecipients(context: Context, actor: Actor, where: Where) {
  const { db, clock } = context
  const now = clock()
  await accessFamilies(db, actor, where)
  const scope = await scopeOf(db, actor, where.organizationId)
  const families = await forecast(db, await withLinks(db, await listFamilies(db, where), now), now)
  const invitees = scope.teacher === null ? await listInvitees(db, where.organizationId, now) : []
  const expected = await forecast(
    db,
    invitees.map(({ invitationId, ...contact }) => ({ invitationId, contacts: [contact] })),
    now,
  )
  return {
    ways: waysOf(context),
    children: families.people,
    messages: families.by(({ messages }) => messages),
    lately: families.by(({ lately }) => lately),
    unreachable: families.by(({ unreachable }) => ({
      count: unreachable.length,
      children: unreachable.slice(0, UNREACHABLE_SHOWN).map(({ id, name, group }) => ({ id, name, group })),
    })),
    expected: {
      people: expected.people,
      messages: expected.by(({ messages }) => messages),
      lately: expected.by(({ lately }) => lately),
      unreachable: expected.by(({ unreachable }) => unreachable.length),
    },
    reminders: (await listReminders(db, scope, where.groupId, now)).length,
  }
}

type Expected = { readonly invitationId: InvitationId | null; readonly contacts: readonly GuardianContact[] }

/** Each with the link that would be sent, where there is one already. */
async function withLinks(db: Db, families: readonly Family[], now: Date): Promise<(Family & Expected)[]> {
  const open = await listOpenOnes(
    db,
    families.map(({ id }) => id),
    now,
  )
  const links = new Map(open.map(({ childId, invitationId }) => [childId, invitationId]))
  return families.map((family) => ({ ...family, invitationId: links.get(family.id) ?? null }))
}

/** What goes out by each choice: not what went there within a day, and no more to one address than it gets. */
async function forecast<E extends Expected>(db: Db, all: readonly E[], now: Date) {
  const read = all.map((one) => ({ one, addresses: one.contacts.map(addressesOf) }))
  const ids = all.flatMap(({ invitationId }) => invitationId ?? [])
  const lately = new Set((await listSent(db, ids, new Date(now.getTime() - DAY))).map(keyOf))
  const addresses = read.flatMap((one) => one.addresses.flatMap(({ email, sms }) => [email ?? [], sms ?? []].flat()))
  const before = await countsOfDay(
    db,
    addresses.map(({ address }) => address),
    now,
  )
  const choice = (...ways: SendingWay[]) => {
    const reached = read.map(({ one, addresses }) => ({
      one,
      by: addresses.flatMap((some) => choose(some, ways) ?? []),
    }))
    const wanted = reached.flatMap(({ one: { invitationId }, by }) =>
      by.map((address) => ({ invitationId, ...address })),
    )
    const fresh = wanted.filter(
      ({ invitationId, address }) => invitationId === null || !lately.has(keyOf({ invitationId, address })),
    )
    const messages = withinMeasure(fresh, before).length
    const unreachable = reached.filter(({ by }) => by.length === 0).map(({ one }) => one)
    return { messages, lately: wanted.length - messages, unreachable }
  }
  const choices = { email: choice('email'), sms: choice('sms'), both: choice('email', 'sms') }
  return {
    people: all.length,
    by: <T>(of: (choice: typeof choices.both) => T) => ({
      email: of(choices.email),
      sms: of(choices.sms),
      both: of(choices.both),
    }),
  }
}
