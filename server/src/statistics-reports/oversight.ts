import { type Oversight, type OrganizationId, periodAround, periodsUntil } from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { countEventMonths, countFigures, findSpan, findToday } from './count.store.ts'

const MONTHS = 12

/** This month so far beside the whole one before, and a year of remote events. */
export async function getOversight(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  actor: Actor,
  { organizationId }: { organizationId: OrganizationId },
): Promise<Oversight> {
  await accessOrganization(db, actor, organizationId, 'seeStatistics')
  const now = clock()
  const today = await findToday(db, organizationId, now)
  const [month, previous] = periodsUntil('month', today, 2)
  const oldest = periodsUntil('month', today, MONTHS).at(-1) ?? periodAround('month', today)
  if (!month || !previous) throw new Error('There is a month before every month')
  const [{ from }, last] = await Promise.all([
    findSpan(db, organizationId, month),
    findSpan(db, organizationId, previous),
  ])
  const [current, before, months] = await Promise.all([
    countFigures(db, organizationId, { from, until: now }),
    countFigures(db, organizationId, last),
    countEventMonths(db, organizationId, oldest.firstDay, now),
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
