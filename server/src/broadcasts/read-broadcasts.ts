import {
  type AudienceKind,
  type BroadcastId,
  BROADCAST_NEAR_MS,
  type OrganizationId,
  type Waiting,
} from '@kolosok/contract'
import { accessOrganization } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { presentAttendance } from '#rooms/index.ts'
import { accessBroadcast, factsOf } from './access.ts'
import { broadcastPolicy, mayPlan } from './policy.ts'
import { listPeople, listStays } from './person.store.ts'
import { getBroadcast, presentBroadcast } from './present.ts'
import { listAhead, listBetween, listPast, PAGE } from './list.store.ts'
import { findPermission, listNear } from './store.ts'

type Asked = { readonly organizationId: OrganizationId; readonly before?: BroadcastId | undefined }

const kinds: readonly AudienceKind[] = ['all', 'staff', 'parents', 'groups']

export async function getBroadcasts({ db }: Context, actor: Actor, { organizationId, before }: Asked) {
  const { roles, isClosed } = await accessOrganization(db, actor, organizationId, 'see')
  const { mayTeachers, groups } = await findPermission(db, organizationId, actor.accountId)
  const mayPlanFor = kinds.filter(
    (audience) => mayPlan({ roles, mayTeachers, audience, taught: groups.length > 0 ? 'all' : 'none' }) === 'allow',
  )
  const isOffice = mayPlanFor.includes('all')
  const [ahead, past] = await Promise.all([
    before === undefined ? listAhead(db, organizationId, actor.accountId) : [],
    listPast(db, organizationId, { reader: actor.accountId, isOffice, before }),
  ])
  const page = past.slice(0, PAGE)
  const shown = (rows: typeof past) =>
    rows
      .filter((row) => broadcastPolicy.see(factsOf(row, actor)) === 'allow')
      .map((row) => presentBroadcast(row, actor))
  return {
    ahead: shown(ahead),
    past: shown(page),
    next: past.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    mayPlanFor: isClosed ? [] : mayPlanFor,
    ownGroups: mayPlanFor.length > 0 ? groups : [],
  }
}

type Window = {
  readonly organizationId: OrganizationId
  readonly from: string
  readonly until: string
  readonly of: 'own' | 'all'
}

/** Six weeks of a month's page, or the list of a season. */
const LONGEST_MS = 100 * 86_400_000

/** As a calendar shows them; who has no part in an office sees only their own, whatever is asked. */
export async function getCalendar({ db }: Context, actor: Actor, { organizationId, of, ...asked }: Window) {
  const { roles } = await accessOrganization(db, actor, organizationId, 'see')
  const [from, until] = [new Date(asked.from), new Date(asked.until)]
  const long = until.getTime() - from.getTime()
  if (long <= 0 || long > LONGEST_MS) throw invalidFields({ until: 'invalid' })
  const isOffice = of === 'all' && mayPlan({ roles, mayTeachers: false, audience: 'all', taught: 'none' }) === 'allow'
  const rows = await listBetween(db, organizationId, { reader: actor.accountId, isOffice, from, until })
  const seen = rows.filter((row) => broadcastPolicy.see(factsOf(row, actor)) === 'allow')
  return {
    broadcasts: seen.map(({ id, title, state, plannedAt, startedAt, endedAt }) => ({
      ...{ id, title, state, plannedAt: plannedAt.toISOString() },
      ...{ startedAt: startedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null },
    })),
  }
}

export async function showBroadcast({ db }: Context, actor: Actor, id: BroadcastId) {
  await accessBroadcast(db, actor, id, 'see')
  return getBroadcast(db, actor, id)
}

export async function getPeople({ db }: Context, actor: Actor, id: BroadcastId) {
  await accessBroadcast(db, actor, id, 'seePeople')
  const people = await listPeople(db, id)
  return {
    people: people.map(({ stage, handAt, ...person }) => ({
      ...person,
      stage: stage ?? ('none' as const),
      handAt: handAt?.toISOString() ?? null,
    })),
  }
}

export async function getAttendance({ db, clock }: Context, actor: Actor, id: BroadcastId) {
  const { endedAt } = await accessBroadcast(db, actor, id, 'seePeople')
  return { people: presentAttendance(await listStays(db, id), endedAt ?? clock()) }
}

/** For how long after its time one that has not begun is still awaited over every page. */
const LATE_MS = 60 * 60_000

/** What is on, or about to begin, for the banner over every page. */
export async function listNearBroadcasts(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { accountId }: Actor,
): Promise<Waiting['broadcasts']> {
  const now = clock().getTime()
  const near = await listNear(db, accountId, {
    from: new Date(now - LATE_MS),
    until: new Date(now + BROADCAST_NEAR_MS),
  })
  return near.map(({ plannedAt, ...one }) => ({ ...one, plannedAt: plannedAt.toISOString() }))
}
