import type { AccountId, OrganizationId, Waiting } from '@kolosok/contract'
import { countSubmitted } from '#applications/index.ts'
import { countOutdated } from '#articles/index.ts'
import { listNearBroadcasts } from '#broadcasts/index.ts'
import { countProposals, countUnreadPosts } from '#channels/index.ts'
import { countWaitingConsents } from '#consents/index.ts'
import { countToDecide } from '#confirmations/index.ts'
import { countComingBackCodes } from '#identity/index.ts'
import { countToDecide as countJoinRequests } from '#join-requests/index.ts'
import { countOpenTasks } from '#lesson-tasks/index.ts'
import { countWaitingMeetings } from '#meetings/index.ts'
import { countToDecide as countMessageReports, countUnseen } from '#message-reports/index.ts'
import { countWaitingNotices } from '#notices/index.ts'
import { listClosedOf } from '#organizations/index.ts'
import { countToDecide as countPhoneChanges } from '#phone-changes/index.ts'
import { countWaitingReports } from '#statistics-reports/index.ts'
import { listNearSeminars } from '#webinars/index.ts'
import { countAnswers, countForOperator, countToAnswer } from '#tickets/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import type { Db } from '#platform/db.ts'

type Marks = Omit<Waiting, 'messageReports' | 'operatorReports'>

/** Each mark by what its own module counts; one more is a line here and one in the contract. */
const marks: {
  readonly [Mark in keyof Marks]: (context: Pick<Context, 'db' | 'clock'>, reader: Actor) => Promise<Marks[Mark]>
} = {
  confirmations: ({ db }, { accountId }) => countToDecide(db, accountId),
  joinRequests: ({ db }, { accountId }) => countJoinRequests(db, accountId),
  phoneChanges: ({ db }, { accountId }) => countPhoneChanges(db, accountId),
  posts: ({ db }, { accountId }) => countUnreadPosts(db, accountId),
  notices: ({ db, clock }, { accountId }) => countWaitingNotices(db, accountId, clock()),
  consents: ({ db }, { accountId }) => countWaitingConsents(db, accountId),
  meetings: ({ db, clock }, { accountId }) => countWaitingMeetings(db, accountId, clock()),
  tasks: countOpenTasks,
  broadcasts: listNearBroadcasts,
  seminars: listNearSeminars,
  proposals: ({ db }, { accountId }) => countProposals(db, accountId),
  tickets: ({ db }, { accountId }) => countToAnswer(db, accountId),
  statisticsReports: ({ db }, { accountId }) => countWaitingReports(db, accountId),
  decidedReports: ({ db }, { accountId }) => countUnseen(db, accountId),
  comingBackCodes: ({ db, clock }, { accountId }) => countComingBackCodes(db, accountId, clock()),
  answers: ({ db }, { accountId }) => countAnswers(db, accountId),
  operatorTickets: ofOperator(countForOperator),
  applications: ofOperator(countSubmitted),
  articles: ofOperator(countOutdated),
}

/** Nothing in a closed organization can be seen to any more but these: what is read there, and numbers that are changed. */
const read: ReadonlySet<string> = new Set<keyof Marks>(['posts', 'phoneChanges'])

/** What waits for a decision of the actor, for the marks in the navigation. */
export async function getWaiting(context: Pick<Context, 'db' | 'clock'>, actor: Actor): Promise<Waiting> {
  const [closed, counted, reports] = await Promise.all([
    listClosedOf(context.db, actor.accountId),
    Promise.all(Object.entries(marks).map(async ([mark, count]) => [mark, await count(context, actor)] as const)),
    countMessageReports(context.db, actor.accountId, actor.isOperator),
  ])
  const isOpen = (one: object) => !('organizationId' in one && closed.includes(one.organizationId as OrganizationId))
  return {
    ...(Object.fromEntries(
      counted.map(([mark, found]) => [mark, Array.isArray(found) && !read.has(mark) ? found.filter(isOpen) : found]),
    ) as Marks),
    messageReports: reports.flatMap(({ desk, organizationId, count }) =>
      desk === 'operator' || organizationId === null || closed.includes(organizationId)
        ? []
        : [{ organizationId, count }],
    ),
    operatorReports: reports.filter(({ desk }) => desk === 'operator').reduce((sum, { count }) => sum + count, 0),
  }
}

function ofOperator(count: (db: Db, accountId: AccountId) => Promise<number>) {
  return ({ db }: Pick<Context, 'db'>, { isOperator, accountId }: Actor) =>
    isOperator ? count(db, accountId) : Promise.resolve(0)
}
