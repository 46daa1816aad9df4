import type { MembershipId, OrganizationId, PersonPage } from '@kolosok/contract'
import { recordAccess } from '#audit/index.ts'
import { mayBeHelped } from '#coming-back/index.ts'
import { mayUnconfirm } from '#confirmations/index.ts'
import { isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { seesAll } from './list.ts'
import { countDevices, listChatsOf, listChildrenOf, listGroupsOf, listOtherRoles, listTwins } from './page.store.ts'
import { personPolicy } from './policy.ts'
import { findPersonFacts, getPersonRow } from './store.ts'

export async function getPerson(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  { organizationId, membershipId }: { organizationId: OrganizationId; membershipId: MembershipId },
): Promise<PersonPage> {
  const found = await findPersonFacts(db, organizationId, membershipId, actor.accountId)
  if (!found || personPolicy.see(found) !== 'allow') throw new AppError('not-found')
  const { accountId, readerRoles } = found
  await recordAccess(db, actor, { organizationId, kind: 'person', aboutAccountId: accountId })
  const isOwn = accountId === actor.accountId
  const isOffice = seesAll(readerRoles)
  const { fullName, isAdmin, isHead, createdAt, confirmedAt, confirmedBy, provenPhone, saidPhone, ...person } =
    await getPersonRow(db, membershipId)
  const chats = { organizationId, accountId, reader: actor.accountId, seesAll: isOffice }
  const [groups, children, alsoHere, twins, chatList, deviceCount, help] = await Promise.all([
    listGroupsOf(db, membershipId),
    listChildrenOf(db, membershipId, isOffice ? null : actor.accountId),
    // A teacher does not learn whose parent a colleague is.
    isOffice ? listOtherRoles(db, { organizationId, accountId, membershipId }) : [],
    isOffice ? listTwins(db, membershipId) : [],
    listChatsOf(db, chats),
    personPolicy.seeDevices(found) ? countDevices(db, accountId) : null,
    mayBeHelped(db, actor, membershipId),
  ])
  return {
    person,
    fullName,
    isAdmin,
    isHead,
    joinedAt: createdAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    confirmedBy,
    groups,
    children,
    alsoHere,
    twins,
    chats: chatList,
    phone: personPolicy.seePhone(found) ? presentPhone(provenPhone, saidPhone) : null,
    deviceCount,
    mayBeLetBack: help.makeCode,
    mayChangePhone: help.startPhoneChange,
    mayBeUnconfirmed: confirmedAt !== null && isOffered(mayUnconfirm({ ...found, isOwn, isAdmin }), found),
  }
}

/** What was proven by a code goes before what was only said. */
function presentPhone(proven: string | null, said: string | null): PersonPage['phone'] {
  const number = proven ?? said
  return number === null ? null : { number, isVerified: proven !== null }
}
