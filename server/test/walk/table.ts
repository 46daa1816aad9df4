import type { endpoints } from '@kolosok/contract'
import { articleRows } from './articles.ts'
import { broadcastChatRows, broadcastRows } from './broadcasts.ts'
import { callRecordingRows, callRows, roomRows, waitingRoomRows } from './calls.ts'
import { channelRows } from './channels.ts'
import { commentRows } from './comments.ts'
import { chatRows, draftRows, fileRows, messageRows, savedRows, scheduledRows } from './chats.ts'
import { chatLinkRows, chatRuleRows, committeeRows, groupChatRows } from './bound-chats.ts'
import { accountMergeRows, identityRows, personalDataRows, phoneChangeRows } from './identity.ts'
import { applicationRows } from './applications.ts'
import { backupRows, installationRows, retentionRows } from './installation.ts'
import { accessRows } from './accesses.ts'
import { incidentRows } from './incidents.ts'
import { closingRows } from './closings.ts'
import { consentRows } from './consents.ts'
import { importRows, rollOverRows } from './imports.ts'
import {
  calendarFeedRows,
  guestLinkRows,
  guestRows,
  lessonRows,
  lessonTaskRows,
  meetingAttendanceRows,
  meetingProtocolRows,
  meetingRows,
} from './meetings.ts'
import { messageReportRows } from './message-reports.ts'
import { localActRows } from './local-acts.ts'
import { materialRows } from './materials.ts'
import { noticeRows } from './notices.ts'
import { recordingRows } from './recordings.ts'
import { organizationDataRows } from './organization-data.ts'
import {
  comingBackRows,
  confirmationRows,
  invitationRows,
  joiningRows,
  joinRequestRows,
  mailingRows,
} from './joining.ts'
import {
  administratorRows,
  childRows,
  departureRows,
  directoryRows,
  groupRows,
  demoRows,
  journalRows,
  membershipRows,
  organizationRows,
  searchRows,
  waitingRows,
} from './organizations.ts'
import type { Row } from './row.ts'
import { chatRegisterRows } from './chat-register.ts'
import { statisticsReportRows } from './statistics-reports.ts'
import { letterInRows, ticketRows } from './tickets.ts'
import { certificateRows, webinarPlanRows, webinarRows } from './webinars.ts'

type Endpoints = typeof endpoints
type Table = { readonly [D in keyof Endpoints]: { readonly [E in keyof Endpoints[D]]: Row } }

/** One row per endpoint of the contract: a new endpoint does not compile until its callers are decided here. */
export const table = {
  accesses: accessRows,
  administrators: administratorRows,
  articles: articleRows,
  backups: backupRows,
  calendarFeeds: calendarFeedRows,
  broadcasts: broadcastRows,
  broadcastChat: broadcastChatRows,
  broadcastRecordings: recordingRows,
  callRecordings: callRecordingRows,
  calls: callRows,
  channels: channelRows,
  comments: commentRows,
  chats: chatRows,
  closings: closingRows,
  chatLinks: chatLinkRows,
  chatRegister: chatRegisterRows,
  chatRules: chatRuleRows,
  committees: committeeRows,
  children: childRows,
  comingBack: comingBackRows,
  confirmations: confirmationRows,
  consents: consentRows,
  files: fileRows,
  groupChats: groupChatRows,
  groups: groupRows,
  identity: identityRows,
  imports: importRows,
  incidents: incidentRows,
  installation: installationRows,
  invitations: invitationRows,
  joining: joiningRows,
  joinRequests: joinRequestRows,
  journal: journalRows,
  applications: applicationRows,
  lettersIn: letterInRows,
  localActs: localActRows,
  mailings: mailingRows,
  guestLinks: guestLinkRows,
  guests: guestRows,
  meetingAttendance: meetingAttendanceRows,
  meetingProtocols: meetingProtocolRows,
  lessonTasks: lessonTaskRows,
  lessons: lessonRows,
  meetings: meetingRows,
  materials: materialRows,
  memberships: membershipRows,
  messages: messageRows,
  messageReports: messageReportRows,
  notices: noticeRows,
  organizations: organizationRows,
  retention: retentionRows,
  rollOvers: rollOverRows,
  rooms: roomRows,
  departures: departureRows,
  organizationData: organizationDataRows,
  personalData: personalDataRows,
  accountMerges: accountMergeRows,
  phoneChanges: phoneChangeRows,
  directory: directoryRows,
  demo: demoRows,
  saved: savedRows,
  drafts: draftRows,
  scheduled: scheduledRows,
  search: searchRows,
  statisticsReports: statisticsReportRows,
  tickets: ticketRows,
  waiting: waitingRows,
  waitingRooms: waitingRoomRows,
  certificates: certificateRows,
  webinars: webinarRows,
  webinarPlans: webinarPlanRows,
} as const satisfies Table
