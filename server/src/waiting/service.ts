import type { Waiting } from '@kolosok/contract'
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
import { countToDecide as countPhoneChanges } from '#phone-changes/index.ts'
import { countWaitingReports } from '#statistics-reports/index.ts'
import { listNearSeminars } from '#webinars/index.ts'
import { countAnswers, countForOperator, countToAnswer } from '#tickets/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'

/** What waits for a decision of the actor, for the marks in the navigation. */
export async function getWaiting(context: Pick<Context, 'db' | 'clock'>, actor: Actor): Promise<Waiting> {
  const { db, clock } = context
  const [
    confirmations,
    joinRequests,
    phoneChanges,
    posts,
    notices,
    meetings,
    broadcasts,
    seminars,
    proposals,
    tasks,
    ...further
  ] = await Promise.all([
    countToDecide(db, actor.accountId),
    countJoinRequests(db, actor.accountId),
    countPhoneChanges(db, actor.accountId),
    countUnreadPosts(db, actor.accountId),
    countWaitingNotices(db, actor.accountId, clock()),
    countWaitingMeetings(db, actor.accountId, clock()),
    listNearBroadcasts(context, actor),
    listNearSeminars(context, actor),
    countProposals(db, actor.accountId),
    countOpenTasks(context, actor),
    countToAnswer(db, actor.accountId),
    countWaitingReports(db, actor.accountId),
    countMessageReports(db, actor.accountId, actor.isOperator),
    countUnseen(db, actor.accountId),
    countAnswers(db, actor.accountId),
    countWaitingConsents(db, actor.accountId),
    countComingBackCodes(db, actor.accountId, clock()),
    actor.isOperator ? countForOperator(db, actor.accountId) : 0,
    actor.isOperator ? countSubmitted(db) : 0,
    actor.isOperator ? countOutdated(db) : 0,
  ])
  const [
    tickets,
    statisticsReports,
    reports,
    decidedReports,
    answers,
    consents,
    comingBackCodes,
    operatorTickets,
    applications,
    articles,
  ] = further
  return {
    confirmations,
    joinRequests,
    phoneChanges,
    posts,
    notices,
    consents,
    meetings,
    broadcasts,
    seminars,
    proposals,
    tasks,
    tickets,
    statisticsReports,
    messageReports: reports
      .filter(({ desk }) => desk !== 'operator')
      .map(({ organizationId, count }) => ({ organizationId, count })),
    operatorReports: reports.filter(({ desk }) => desk === 'operator').reduce((sum, { count }) => sum + count, 0),
    decidedReports,
    comingBackCodes,
    answers,
    operatorTickets,
    applications,
    articles,
  }
}
