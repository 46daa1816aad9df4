import type { Departure, MembershipId } from '@kolosok/contract'
import { listOwnedChats } from '#group-chats/index.ts'
import { countOpenLinksOf } from '#invitations/index.ts'
import { findPeople } from '#memberships/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { accessDeparture, type Target } from './access.ts'
import { listChildrenOf, listColleagues, listTaught } from './estate.store.ts'
import { getFullName } from './former.store.ts'
import { isOffice, obstacleTo } from './policy.ts'
import type { FoundDeparture } from './store.ts'

export type Estate = Pick<
  Departure,
  'groups' | 'otherGroups' | 'chats' | 'linkCount' | 'colleagues' | 'chatCandidates' | 'linkCandidates'
>

/**
 * What has to get new hands, and whose they can be: the office chooses among all colleagues; who leaves without being
 * of the office hands on only to those who see it anyway.
 */
export async function findEstate(
  { clock }: Pick<Context, 'clock'>,
  db: Db,
  { id, organizationId, accountId, isStaffBesides, readerRoles }: FoundDeparture,
): Promise<Estate> {
  const colleagues = await listColleagues(db, organizationId, id)
  const ids = (all: typeof colleagues): MembershipId[] => all.map(({ membershipId }) => membershipId)
  const office = ids(colleagues.filter((one) => one.isOffice))
  const choosesFreely = isOffice(readerRoles)
  const taught = await listTaught(db, id)
  return {
    groups: taught
      .filter(({ isOnlyLead }) => isOnlyLead)
      .map(({ id: groupId, name, others }) => ({
        id: groupId,
        name,
        candidates: choosesFreely ? ids(colleagues) : [...new Set([...others, ...office])],
      })),
    otherGroups: taught.filter(({ isOnlyLead }) => !isOnlyLead).map(({ name }) => name),
    chats: isStaffBesides
      ? []
      : (await listOwnedChats(db, { organizationId, accountId })).map(({ id: chatId, title }) => ({
          id: chatId,
          title,
        })),
    linkCount: await countOpenLinksOf(db, id, clock()),
    colleagues: colleagues.map(({ membershipId, fullName, position }) => ({ membershipId, fullName, position })),
    chatCandidates: choosesFreely ? ids(colleagues) : office,
    linkCandidates: office,
  }
}

export async function getDeparture(context: Context, actor: Actor, target: Target): Promise<Departure> {
  const { db } = context
  const found = await accessDeparture(db, actor, target, 'see')
  if (found.hasLeft) throw new AppError('not-found')
  const person = (await findPeople(db, [found.id])).get(found.id)
  if (!person) throw new Error('A membership without a person')
  return {
    person,
    fullName: await getFullName(db, found.id),
    isOwn: found.isOwn,
    obstacle: obstacleTo(found),
    children: found.role === 'parent' ? await listChildrenOf(db, found.id) : [],
    ...(await findEstate(context, db, found)),
  }
}
