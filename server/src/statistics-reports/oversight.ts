import { type GroupId, type Oversight, type OrganizationId, periodAround, periodsUntil } from '@kolosok/contract'
import { accessGroup } from '#groups/index.ts'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { countEventMonths, countFigures, findSpan, findToday } from './count.store.ts'
import { figureSets } from './figures/all.ts'
import { groupFigureSets } from './group-figures/all.ts'

const MONTHS = 12

type Reading = Pick<Context, 'db' | 'clock'>

export async function getOversight(
  context: Reading,
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
): Promise<Oversight> {
  await accessOrganization(context.db, actor, organizationId, 'seeStatistics')
  return overlook(context, organizationId)
}

/** Of one group: for its teachers, who look after it, and for those who look after all. */
export async function getGroupOversight(
  context: Reading,
  actor: Actor,
  { groupId }: { groupId: GroupId },
): Promise<Oversight> {
  const { organizationId } = await accessGroup(context.db, actor, groupId, 'seeChildren')
  return overlook(context, organizationId, groupId)
}

/** This month so far beside the whole one before, and a year of remote events. */
async function overlook(
  { db, clock }: Reading,
  organizationId: OrganizationId,
  groupId: GroupId | null = null,
): Promise<Oversight> {
  const now = clock()
  const today = await findToday(db, organizationId, now)
  const [month, previous] = periodsUntil('month', today, 2)
  const oldest = periodsUntil('month', today, MONTHS).at(-1) ?? periodAround('month', today)
  if (!month || !previous) throw new Error('There is a month before every month')
  const [{ from }, last] = await Promise.all([
    findSpan(db, organizationId, month),
    findSpan(db, organizationId, previous),
  ])
  const [sets, id] = groupId ? [groupFigureSets, groupId] : [figureSets, organizationId]
  const [current, before, months] = await Promise.all([
    countFigures(db, sets, id, { from, until: now }),
    countFigures(db, sets, id, last),
    countEventMonths(db, { organizationId, groupId }, oldest.firstDay, now),
  ])
  const known = new Map(before.flatMap(({ figures }) => figures.map(({ code, value }) => [code, value] as const)))
  return {
    month: month.firstDay,
    previousMonth: previous.firstDay,
    sections: current.map(({ figures, ...section }) => ({
      ...section,
      figures: figures.map((figure) => ({ ...figure, before: known.get(figure.code) ?? null })),
    })),
    months,
  }
}
