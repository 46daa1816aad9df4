import type { AccountId, AudienceKind, Comes, Meeting, MeetingId, MeetingPlan, OrganizationId } from '@kolosok/contract'
import { listTaught } from '#groups/index.ts'
import { accessOrganization, isOffered } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError, invalidFields } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'
import { accessMeeting, type ClearedMeeting, factsOf } from './access.ts'
import { countInvitees, listInvitees, listPeopleOf } from './invitee.store.ts'
import { meetingPolicy, planningPolicy } from './policy.ts'
import { presentMeeting } from './present.ts'
import { getPlace, listChatsOf, listMeetings, listOwnOrganizations, listRecordedCalls } from './store.ts'

const DAY = 86_400_000
/** Six weeks of a month's page, or the list of a season. */
const LONGEST = 100 * DAY

type Asked = {
  readonly organizationId: OrganizationId
  readonly from: string
  readonly until: string
  readonly of: 'own' | 'all'
}

export async function getMeetings(context: Context, actor: Actor, { organizationId, of, ...asked }: Asked) {
  const { db } = context
  const { roles } = await accessOrganization(db, actor, organizationId, 'see')
  const isOffice = of === 'all'
  const verdict = isOffice ? planningPolicy.seeAll({ roles, groups: 'wider' }) : 'allow'
  if (verdict !== 'allow') throw new AppError(verdict)
  const [from, until] = [new Date(asked.from), new Date(asked.until)]
  const long = until.getTime() - from.getTime()
  if (long <= 0 || long > LONGEST) throw invalidFields({ until: 'invalid' })
  const now = context.clock()
  const reader = actor.accountId
  const rows = await listMeetings(db, { reader, organizationIds: [organizationId], from, until, isOffice })
  const seen = rows.filter((row) => meetingPolicy.see(factsOf(row, actor, now)) === 'allow')
  const { timeZone } = await getPlace(db, organizationId)
  return { meetings: seen.map((row) => presentMeeting(row, actor, now)), timeZone }
}

/** What one may plan here, and for whom. */
export async function getRights(context: Context, actor: Actor, organizationId: OrganizationId) {
  const { db } = context
  const { roles, isClosed } = await accessOrganization(db, actor, organizationId, 'see')
  const maySeeAll = planningPolicy.seeAll({ roles, groups: 'wider' }) === 'allow'
  const taught = await listTaught(db, organizationId, actor.accountId)
  const { timeZone } = await getPlace(db, organizationId)
  return {
    mayPlan: isOffered(planningPolicy.plan({ roles, groups: 'none' }), { isOrganizationClosed: isClosed }),
    maySeeAll,
    mayInvite: isClosed ? [] : kindsFor(maySeeAll, taught.length),
    inviteGroups: maySeeAll ? null : taught,
    hasMail: context.mail.isOn,
    timeZone,
  }
}

function kindsFor(isOffice: boolean, taught: number): AudienceKind[] {
  if (isOffice) return ['groups', 'parents', 'staff', 'all']
  return taught > 0 ? ['groups'] : []
}

/** What goes on now and what begins within a day, wherever one belongs; not what one said no to. */
export async function getNext(context: Context, actor: Actor): Promise<{ meetings: Meeting[] }> {
  const { db } = context
  const now = context.clock()
  const organizationIds = await listOwnOrganizations(db, actor.accountId)
  const window = { organizationIds, from: now, until: new Date(now.getTime() + DAY) }
  const rows = await listMeetings(db, { reader: actor.accountId, ...window, isOffice: false })
  return {
    meetings: rows
      .filter((row) => meetingPolicy.see(factsOf(row, actor, now)) === 'allow')
      .filter(({ cancelledAt, answer }) => cancelledAt === null && answer !== 'no')
      .map((row) => presentMeeting(row, actor, now)),
  }
}

export async function getMeeting(context: Context, actor: Actor, { meetingId }: { meetingId: MeetingId }) {
  const now = context.clock()
  const row = await accessMeeting(context.db, actor, meetingId, 'see', now)
  const isFollowed = meetingPolicy.follow(factsOf(row, actor, now)) === 'allow'
  const plan = isFollowed ? await planOf(context.db, row) : null
  return { ...presentMeeting(row, actor, now), plan, recordedCalls: await listRecordedCalls(context.db, row, actor) }
}

async function planOf(db: Db, row: ClearedMeeting): Promise<MeetingPlan> {
  const [chats, people, { invited, ...answers }] = await Promise.all([
    listChatsOf(db, row.id),
    listPeopleOf(db, row.id),
    countInvitees(db, row.id),
  ])
  const audience = row.audience && { kind: row.audience, groupIds: row.groupIds }
  return { audience, chats, people, isMailed: row.isMailed, invited, answers }
}

const PAGE = 100

type Looking = {
  readonly meetingId: MeetingId
  readonly answer?: Comes | 'none' | undefined
  readonly after?: AccountId | undefined
}

/** Who is invited and who comes: nobody's business but theirs who look after it. */
export async function getInvitees(context: Context, actor: Actor, { meetingId, ...filter }: Looking) {
  await accessMeeting(context.db, actor, meetingId, 'follow', context.clock())
  const rows = await listInvitees(context.db, meetingId, { ...filter, limit: PAGE + 1 })
  const invitees = rows.slice(0, PAGE)
  return { invitees, next: rows.length > PAGE ? (invitees.at(-1)?.accountId ?? null) : null }
}
