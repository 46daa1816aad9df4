import type { FastifyInstance } from 'fastify'
import { accountMergeRoutes } from '#account-merges/index.ts'
import { administratorRoutes } from '#administrators/index.ts'
import { applicationRetention, applicationRoutes, type ApplicationsContext, createClaims } from '#applications/index.ts'
import { articleRetention, articleRoutes } from '#articles/index.ts'
import { backupRoutes } from '#backups/index.ts'
import { consentRoutes } from '#consents/index.ts'
import { broadcastRetention, openBroadcasts } from '#broadcasts/index.ts'
import { createCallContext, openCalls } from '#calls/index.ts'
import { channelRoutes } from '#channels/index.ts'
import { chatListRoutes } from '#chat-list/index.ts'
import { chatPollRoutes } from '#chat-polls/index.ts'
import { type ChatContext, createPaces, createPresence, createRosters } from '#chats/index.ts'
import { chatLinkRoutes, createAdmission } from '#chat-links/index.ts'
import { chatRegisterRoutes } from '#chat-register/index.ts'
import { chatRuleRoutes } from '#chat-rules/index.ts'
import { committeeRoutes } from '#committees/index.ts'
import { comingBackRoutes } from '#coming-back/index.ts'
import { confirmationRoutes } from '#confirmations/index.ts'
import { childRoutes } from '#children/index.ts'
import { closingRetention, closingRoutes, refuseClosed } from '#closings/index.ts'
import { createFiles, fileRetention, fileRoutes } from '#files/index.ts'
import { groupChatRoutes } from '#group-chats/index.ts'
import { guardianRoutes } from '#guardians/index.ts'
import { groupRoutes } from '#groups/index.ts'
import { guestRetention, guestRoutes } from '#guests/index.ts'
import { contactRoutes } from '#contacts/index.ts'
import { departureRoutes } from '#departures/index.ts'
import { dataExportRetention } from '#data-exports/index.ts'
import { type DemoOutbox, demoRoutes } from '#demo/index.ts'
import {
  createAuthenticate,
  createEnterAs,
  identityRetention,
  identityRoutes,
  type SignInPort,
} from '#identity/index.ts'
import { importRetention, importRoutes } from '#imports/index.ts'
import { incidentRoutes } from '#incidents/index.ts'
import { installationRoutes } from '#installation/index.ts'
import { invitationRetention, invitationRoutes } from '#invitations/index.ts'
import { joinRequestRoutes } from '#join-requests/index.ts'
import { journalRoutes } from '#journal/index.ts'
import { lessonTaskRoutes } from '#lesson-tasks/index.ts'
import { letterInRoutes } from '#letters-in/index.ts'
import { localActRoutes } from '#local-acts/index.ts'
import { mailingRetention, mailingRoutes } from '#mailings/index.ts'
import { directoryRoutes } from '#directory/index.ts'
import { createStructurePort, memberRoutes } from '#members/index.ts'
import { calendarFeedRoutes, meetingRoutes } from '#meetings/index.ts'
import { membershipRoutes } from '#memberships/index.ts'
import { messageReportRoutes } from '#message-reports/index.ts'
import { materialRetention, materialRoutes } from '#materials/index.ts'
import { messageRoutes } from '#messages/index.ts'
import { noticeRoutes, withNotices } from '#notices/index.ts'
import { organizationRoutes, type StructureContext } from '#organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { clientOf, createHttpApp } from '#platform/http.ts'
import { livekitRoutes } from '#platform/livekit/signalling.ts'
import { createOriginCheck } from '#platform/origin.ts'
import { platformRoutes } from '#platform/routes.ts'
import { isSecureUpgrade } from '#platform/upgrades.ts'
import { serverOptions } from '#platform/web/tls.ts'
import { organizationDataRoutes } from '#organization-data/index.ts'
import { personalDataRetention, personalDataRoutes } from '#personal-data/index.ts'
import { changeByCode, phoneChangeRoutes } from '#phone-changes/index.ts'
import { openRealtime } from '#realtime/index.ts'
import { createRecorders, recordingRetention, startRecordingKeeper } from '#recordings/index.ts'
import { retentionRoutes } from '#retention/index.ts'
import { rollOverRetention, rollOverRoutes } from '#roll-overs/index.ts'
import { openRooms } from '#rooms/index.ts'
import { savedRoutes } from '#saved/index.ts'
import { scheduledRetention, scheduledRoutes } from '#scheduled/index.ts'
import { searchRoutes } from '#search/index.ts'
import { statisticsReportRoutes } from '#statistics-reports/index.ts'
import { ticketRoutes } from '#tickets/index.ts'
import { waitingRoutes } from '#waiting/index.ts'
import { webinarRetention, webinarRoutes } from '#webinars/index.ts'
import { createClosingSteps } from './closing-steps.ts'
import { createFileRights } from './file-rights.ts'
import { recordedRooms } from './recorded-rooms.ts'

/** Wires the modules; the one place that knows them all. */
export function createApp(context: Context, demo?: { outbox: DemoOutbox }): FastifyInstance {
  const authenticate = createAuthenticate(context)
  const isOwnOrigin = createOriginCheck(context.config)
  const app = createHttpApp({
    log: context.log,
    authenticate: (request) => authenticate(request.headers.cookie, clientOf(request).isSecure, request.ip),
    isOwnOrigin,
    refuseChange: (...change) => refuseClosed(context.db, ...change),
    server: serverOptions(context.config),
  })
  platformRoutes(app, context)
  const structure = withNotices(context, createStructurePort(context))
  const files = createFiles(context)
  const applications: ApplicationsContext = { ...files, structure }
  installationRoutes(app, context)
  backupRoutes(app, files)
  personalDataRoutes(app, files)
  retentionRoutes(app, context, [
    ...fileRetention,
    ...identityRetention,
    ...importRetention,
    ...mailingRetention,
    ...invitationRetention,
    ...applicationRetention,
    ...rollOverRetention,
    ...broadcastRetention,
    ...recordingRetention,
    ...webinarRetention,
    ...guestRetention,
    ...scheduledRetention,
    ...dataExportRetention,
    ...personalDataRetention,
    ...articleRetention,
    ...materialRetention,
    ...closingRetention,
  ])
  const cameBack: SignInPort['cameBack'] = (...change) => changeByCode(context, ...change)
  const signIn: SignInPort = { ...createClaims(applications), cameBack }
  identityRoutes(app, context, signIn)
  phoneChangeRoutes(app, context, signIn)
  if (demo) demoRoutes(app, context, { ...demo, enterAs: createEnterAs(context, signIn) })
  const organization: StructureContext = { ...context, structure }
  accountMergeRoutes(app, organization)
  organizationRoutes(app, organization)
  membershipRoutes(app, organization)
  journalRoutes(app, context)
  incidentRoutes(app, context)
  directoryRoutes(app, context)
  administratorRoutes(app, organization)
  groupRoutes(app, organization)
  childRoutes(app, organization)
  committeeRoutes(app, organization)
  consentRoutes(app, organization)
  guardianRoutes(app, organization)
  departureRoutes(app, organization)
  importRoutes(app, organization, files)
  rollOverRoutes(app, organization)

  const chats: ChatContext = { ...context, rosters: createRosters(context.db), presence: createPresence() }
  const paces = createPaces(context)
  chatListRoutes(app, chats, paces)
  messageRoutes(app, chats, paces)
  chatPollRoutes(app, chats, paces)
  memberRoutes(app, chats)
  chatRuleRoutes(app, chats)
  groupChatRoutes(app, chats, paces)
  chatLinkRoutes(app, chats)
  contactRoutes(app, chats, paces)
  savedRoutes(app, chats, paces)
  scheduledRoutes(app, chats, paces)
  materialRoutes(app, chats)
  organizationDataRoutes(app, chats, files)
  openRealtime(app, chats, {
    authenticate: (request) =>
      authenticate(request.headers.cookie, isSecureUpgrade(request, context.config.TRUST_PROXY !== undefined)),
    isOwnOrigin,
  })

  const calls = createCallContext({ ...chats, recorders: createRecorders(context) })
  messageReportRoutes(app, calls, paces)
  const mayEnter = openRooms(app, calls.media, [openCalls(app, calls), openBroadcasts(app, calls)])
  const recordings = startRecordingKeeper({ ...calls, rooms: recordedRooms(context) })
  app.addHook('onClose', () => recordings.stop())
  livekitRoutes(app, { ...context, isOwnOrigin, mayEnter })
  closingRoutes(app, { ...chats, structure, closingSteps: createClosingSteps(calls) })

  invitationRoutes(app, context, structure)
  mailingRoutes(app, context)
  joinRequestRoutes(app, context, { ...structure, admitted: createAdmission(context) })
  comingBackRoutes(app, context)
  confirmationRoutes(app, context, structure)
  fileRoutes(app, files, createFileRights(context))
  applicationRoutes(app, applications)
  channelRoutes(app, context, paces)
  noticeRoutes(app, context)
  chatRegisterRoutes(app, context)
  statisticsReportRoutes(app, context)
  meetingRoutes(app, chats)
  guestRoutes(app, calls)
  lessonTaskRoutes(app, context)
  calendarFeedRoutes(app, context)
  localActRoutes(app, files)
  ticketRoutes(app, context)
  letterInRoutes(app, context)
  articleRoutes(app, context)
  webinarRoutes(app, context, paces)
  searchRoutes(app, context)
  waitingRoutes(app, context)
  return app
}
