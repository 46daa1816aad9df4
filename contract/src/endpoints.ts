import { accessEndpoints } from './accesses.ts'
import { accountMergeEndpoints } from './account-merges.ts'
import { administratorEndpoints } from './administrators.ts'
import { applicationEndpoints } from './applications.ts'
import { articleEndpoints } from './articles.ts'
import { backupEndpoints } from './backups.ts'
import { broadcastChatEndpoints } from './broadcast-chat.ts'
import { broadcastEndpoints } from './broadcast-endpoints.ts'
import { broadcastRecordingEndpoints, callRecordingEndpoints } from './recordings.ts'
import { callEndpoints } from './calls.ts'
import { channelEndpoints } from './channels.ts'
import { commentEndpoints } from './comments.ts'
import { chatEndpoints } from './chats.ts'
import { chatLinkEndpoints } from './chat-links.ts'
import { chatRegisterEndpoints } from './chat-register.ts'
import { chatRuleEndpoints } from './chat-rules.ts'
import { closingEndpoints } from './closings.ts'
import { comingBackEndpoints } from './coming-back.ts'
import { committeeEndpoints } from './committees.ts'
import { confirmationEndpoints } from './confirmations.ts'
import { consentEndpoints } from './consent-purposes.ts'
import { childEndpoints } from './children.ts'
import { groupChatEndpoints } from './group-chats.ts'
import { groupEndpoints } from './groups.ts'
import { guestEndpoints, guestLinkEndpoints } from './guests.ts'
import { materialEndpoints } from './material-endpoints.ts'
import { membershipEndpoints } from './memberships.ts'
import { demoEndpoints } from './demo.ts'
import { departureEndpoints } from './departures.ts'
import { directoryEndpoints } from './directory.ts'
import { draftEndpoints } from './drafts.ts'
import type { Endpoint } from './endpoint.ts'
import { fileEndpoints } from './files.ts'
import { identityEndpoints } from './identity.ts'
import { importEndpoints } from './imports.ts'
import { incidentEndpoints } from './incidents.ts'
import { invitationEndpoints } from './invitation-endpoints.ts'
import { installationEndpoints } from './installation.ts'
import { joinRequestEndpoints } from './join-requests.ts'
import { joiningEndpoints } from './joining.ts'
import { journalEndpoints } from './journal.ts'
import { lessonTaskEndpoints } from './lesson-tasks.ts'
import { lessonEndpoints } from './lessons.ts'
import { letterInEndpoints } from './letters-in.ts'
import { localActEndpoints } from './local-act-endpoints.ts'
import { mailingEndpoints } from './mailings.ts'
import { meetingAttendanceEndpoints } from './meeting-attendance.ts'
import { calendarFeedEndpoints, meetingEndpoints } from './meeting-endpoints.ts'
import { meetingProtocolEndpoints } from './meeting-protocols.ts'
import { messageEndpoints } from './messages.ts'
import { messageReportEndpoints } from './message-reports.ts'
import { noticeEndpoints } from './notice-endpoints.ts'
import { organizationDataEndpoints } from './organization-data.ts'
import { organizationEndpoints } from './organizations.ts'
import { personalDataEndpoints } from './personal-data.ts'
import { phoneChangeEndpoints } from './phone-changes.ts'
import { savedEndpoints } from './saved.ts'
import { scheduledEndpoints } from './scheduled.ts'
import { searchEndpoints } from './search.ts'
import { retentionEndpoints } from './retention.ts'
import { roomEndpoints } from './rooms.ts'
import { rollOverEndpoints } from './roll-overs.ts'
import { statisticsReportEndpoints } from './statistics-reports.ts'
import { ticketEndpoints } from './tickets.ts'
import { waitingEndpoints } from './waiting.ts'
import { waitingRoomEndpoints } from './waiting-rooms.ts'
import { certificateEndpoints, webinarEndpoints } from './webinar-endpoints.ts'
import { webinarPlanEndpoints } from './webinar-plan-endpoints.ts'

/** Every operation of the API, by domain: what is registered, documented and walked over by the tests. */
export const endpoints = {
  accesses: accessEndpoints,
  accountMerges: accountMergeEndpoints,
  administrators: administratorEndpoints,
  applications: applicationEndpoints,
  articles: articleEndpoints,
  backups: backupEndpoints,
  identity: identityEndpoints,
  broadcasts: broadcastEndpoints,
  broadcastChat: broadcastChatEndpoints,
  broadcastRecordings: broadcastRecordingEndpoints,
  calls: callEndpoints,
  callRecordings: callRecordingEndpoints,
  channels: channelEndpoints,
  comments: commentEndpoints,
  chats: chatEndpoints,
  chatLinks: chatLinkEndpoints,
  chatRegister: chatRegisterEndpoints,
  chatRules: chatRuleEndpoints,
  committees: committeeEndpoints,
  demo: demoEndpoints,
  departures: departureEndpoints,
  directory: directoryEndpoints,
  drafts: draftEndpoints,
  files: fileEndpoints,
  closings: closingEndpoints,
  comingBack: comingBackEndpoints,
  confirmations: confirmationEndpoints,
  consents: consentEndpoints,
  incidents: incidentEndpoints,
  invitations: invitationEndpoints,
  joinRequests: joinRequestEndpoints,
  joining: joiningEndpoints,
  journal: journalEndpoints,
  installation: installationEndpoints,
  lessonTasks: lessonTaskEndpoints,
  lessons: lessonEndpoints,
  lettersIn: letterInEndpoints,
  localActs: localActEndpoints,
  mailings: mailingEndpoints,
  calendarFeeds: calendarFeedEndpoints,
  guestLinks: guestLinkEndpoints,
  guests: guestEndpoints,
  meetingAttendance: meetingAttendanceEndpoints,
  meetingProtocols: meetingProtocolEndpoints,
  meetings: meetingEndpoints,
  messages: messageEndpoints,
  messageReports: messageReportEndpoints,
  notices: noticeEndpoints,
  organizationData: organizationDataEndpoints,
  organizations: organizationEndpoints,
  children: childEndpoints,
  groupChats: groupChatEndpoints,
  groups: groupEndpoints,
  imports: importEndpoints,
  materials: materialEndpoints,
  memberships: membershipEndpoints,
  retention: retentionEndpoints,
  rollOvers: rollOverEndpoints,
  rooms: roomEndpoints,
  personalData: personalDataEndpoints,
  phoneChanges: phoneChangeEndpoints,
  saved: savedEndpoints,
  scheduled: scheduledEndpoints,
  search: searchEndpoints,
  statisticsReports: statisticsReportEndpoints,
  tickets: ticketEndpoints,
  waiting: waitingEndpoints,
  waitingRooms: waitingRoomEndpoints,
  certificates: certificateEndpoints,
  webinars: webinarEndpoints,
  webinarPlans: webinarPlanEndpoints,
} as const satisfies Record<string, Record<string, Endpoint>>
