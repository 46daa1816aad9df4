import type { GroupId, MembershipId, SubstitutionId } from '@kolosok/contract'
import type { StructureContext } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Tx } from '#platform/db.ts'
import { changeGroup, requireStaff } from './change-group.ts'
import { listTeachers } from './details.store.ts'
import {
  endSubstitutionNow,
  findSubstitution,
  type FoundSubstitution,
  getToday,
  hasOverlapping,
  insertSubstitution,
  updateFollowed,
  updateLastDay,
} from './substitution.store.ts'

type Target = { readonly groupId: GroupId; readonly substitutionId: SubstitutionId }
type Days = { readonly firstDay: string; readonly lastDay: string }

/** From the first day on, which may be today, with all that the lead of the group may. */
export function nameSubstitute(
  context: StructureContext,
  actor: Actor,
  { groupId, substitutionId: id, membershipId, firstDay, lastDay }: Target & Days & { membershipId: MembershipId },
) {
  return changeGroup(context, actor, { groupId, action: 'assignTeachers' }, async (tx, { organizationId }) => {
    if (await findOf(tx, { groupId, substitutionId: id })) return null
    await requireStaff(tx, membershipId, { organizationId })
    const given = { id, groupId, membershipId, firstDay, lastDay }
    const today = await getToday(tx, organizationId)
    const refused = {
      ...(firstDay < today && { firstDay: 'past' }),
      ...refuseLastDay(today, { firstDay, lastDay }),
      ...(await refusePerson(tx, given)),
    }
    if (Object.keys(refused).length > 0) throw invalidFields(refused)
    await insertSubstitution(tx, { ...given, namedBy: actor.accountId })
    await updateFollowed(tx, { organizationId, groupId })
    return { action: 'group.substitute-named', details: { membershipId, firstDay, lastDay } }
  })
}

export function setLastDay(
  context: StructureContext,
  actor: Actor,
  { groupId, substitutionId: id, lastDay }: Target & { lastDay: string },
) {
  return changeGroup(context, actor, { groupId, action: 'assignTeachers' }, async (tx, { organizationId }) => {
    const found = await getOf(tx, { groupId, substitutionId: id })
    if (found.state === 'over') throw new AppError('substitution-over')
    if (found.lastDay === lastDay) return null
    const { membershipId, firstDay } = found
    const refused = {
      ...refuseLastDay(await getToday(tx, organizationId), { firstDay, lastDay }),
      ...((await hasOverlapping(tx, { id, groupId, membershipId, firstDay, lastDay })) && { lastDay: 'overlaps' }),
    }
    if (Object.keys(refused).length > 0) throw invalidFields(refused)
    await updateLastDay(tx, id, lastDay)
    await updateFollowed(tx, { organizationId, groupId })
    return { action: 'group.substitute-changed', details: { membershipId, lastDay } }
  })
}

export function endSubstitution(context: StructureContext, actor: Actor, { groupId, substitutionId }: Target) {
  return changeGroup(context, actor, { groupId, action: 'assignTeachers' }, async (tx, { organizationId }) => {
    const { state, membershipId } = await getOf(tx, { groupId, substitutionId })
    if (state === 'over') return null
    await endSubstitutionNow(tx, substitutionId)
    await updateFollowed(tx, { organizationId, groupId })
    return { action: 'group.substitute-ended', details: { membershipId } }
  })
}

/** Undefined when nothing has this id; another group's is nobody's business. */
async function findOf(tx: Tx, { groupId, substitutionId }: Target): Promise<FoundSubstitution | undefined> {
  const found = await findSubstitution(tx, substitutionId)
  if (found && found.groupId !== groupId) throw new AppError('not-found')
  return found
}

async function getOf(tx: Tx, target: Target): Promise<FoundSubstitution> {
  const found = await findOf(tx, target)
  if (!found) throw new AppError('not-found')
  return found
}

const MOST_DAYS = 366
const DAY = 24 * 60 * 60 * 1000

/** Longer than a year is no substitution: whoever stays is attached. */
function refuseLastDay(today: string, { firstDay, lastDay }: Days): { lastDay?: string } {
  if (lastDay < firstDay) return { lastDay: 'before-first-day' }
  if (lastDay < today) return { lastDay: 'past' }
  return Date.parse(lastDay) - Date.parse(firstDay) >= MOST_DAYS * DAY ? { lastDay: 'too-late' } : {}
}

async function refusePerson(
  tx: Tx,
  given: Days & { id: SubstitutionId; groupId: GroupId; membershipId: MembershipId },
): Promise<{ membershipId?: string }> {
  const teachers = (await listTeachers(tx, [given.groupId])).get(given.groupId) ?? []
  const isLead = teachers.some(({ person, duty }) => person.membershipId === given.membershipId && duty === 'lead')
  if (isLead) return { membershipId: 'leads-already' }
  return (await hasOverlapping(tx, given)) ? { membershipId: 'substitutes-already' } : {}
}
