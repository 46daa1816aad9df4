import { z } from 'zod'

// 'inout' brands what is sent as well as what is received: an AccountId does not pass for a ChatId.
export const accountId = z.uuid().brand<'AccountId', 'inout'>()
export type AccountId = z.infer<typeof accountId>

export const sessionId = z.uuid().brand<'SessionId', 'inout'>()
export type SessionId = z.infer<typeof sessionId>

export const applicationId = z.uuid().brand<'ApplicationId', 'inout'>()
export type ApplicationId = z.infer<typeof applicationId>

export const organizationId = z.uuid().brand<'OrganizationId', 'inout'>()
export type OrganizationId = z.infer<typeof organizationId>

export const membershipId = z.uuid().brand<'MembershipId', 'inout'>()
export type MembershipId = z.infer<typeof membershipId>

export const groupId = z.uuid().brand<'GroupId', 'inout'>()
export type GroupId = z.infer<typeof groupId>

export const substitutionId = z.uuid().brand<'SubstitutionId', 'inout'>()
export type SubstitutionId = z.infer<typeof substitutionId>

export const childId = z.uuid().brand<'ChildId', 'inout'>()
export type ChildId = z.infer<typeof childId>

export const invitationId = z.uuid().brand<'InvitationId', 'inout'>()
export type InvitationId = z.infer<typeof invitationId>

export const mailingId = z.uuid().brand<'MailingId', 'inout'>()
export type MailingId = z.infer<typeof mailingId>

export const joinRequestId = z.uuid().brand<'JoinRequestId', 'inout'>()
export type JoinRequestId = z.infer<typeof joinRequestId>

export const closingId = z.uuid().brand<'ClosingId', 'inout'>()
export type ClosingId = z.infer<typeof closingId>
export const dataExportId = z.uuid().brand<'DataExportId', 'inout'>()
export type DataExportId = z.infer<typeof dataExportId>

export const backupId = z.uuid().brand<'BackupId', 'inout'>()
export type BackupId = z.infer<typeof backupId>

export const incidentId = z.uuid().brand<'IncidentId', 'inout'>()
export type IncidentId = z.infer<typeof incidentId>

export const consentPurposeId = z.uuid().brand<'ConsentPurposeId', 'inout'>()
export type ConsentPurposeId = z.infer<typeof consentPurposeId>

/** About whom it is: an account, or a child for which any of its guardians decides. */
export const consentUnitId = z.uuid().brand<'ConsentUnitId', 'inout'>()
export type ConsentUnitId = z.infer<typeof consentUnitId>

export const consentDecisionId = z.uuid().brand<'ConsentDecisionId', 'inout'>()
export type ConsentDecisionId = z.infer<typeof consentDecisionId>

export const confirmationId = z.uuid().brand<'ConfirmationId', 'inout'>()
export type ConfirmationId = z.infer<typeof confirmationId>

export const adminOrderId = z.uuid().brand<'AdminOrderId', 'inout'>()
export type AdminOrderId = z.infer<typeof adminOrderId>

export const importId = z.uuid().brand<'ImportId', 'inout'>()
export type ImportId = z.infer<typeof importId>

export const rollOverId = z.uuid().brand<'RollOverId', 'inout'>()
export type RollOverId = z.infer<typeof rollOverId>

export const fileId = z.uuid().brand<'FileId', 'inout'>()
export type FileId = z.infer<typeof fileId>

export const chatId = z.uuid().brand<'ChatId', 'inout'>()
export type ChatId = z.infer<typeof chatId>

export const channelId = z.uuid().brand<'ChannelId', 'inout'>()
export type ChannelId = z.infer<typeof channelId>

export const postId = z.uuid().brand<'PostId', 'inout'>()
export type PostId = z.infer<typeof postId>

export const broadcastId = z.uuid().brand<'BroadcastId', 'inout'>()
export type BroadcastId = z.infer<typeof broadcastId>
export const broadcastMessageId = z.uuid().brand<'BroadcastMessageId', 'inout'>()
export type BroadcastMessageId = z.infer<typeof broadcastMessageId>

/** What somebody who looks on asks the host. */
export const questionId = z.uuid().brand<'QuestionId', 'inout'>()
export type QuestionId = z.infer<typeof questionId>

export const recordingId = z.uuid().brand<'RecordingId', 'inout'>()
export type RecordingId = z.infer<typeof recordingId>

export const noticeId = z.uuid().brand<'NoticeId', 'inout'>()
export type NoticeId = z.infer<typeof noticeId>

export const materialFolderId = z.uuid().brand<'MaterialFolderId', 'inout'>()
export type MaterialFolderId = z.infer<typeof materialFolderId>

export const materialId = z.uuid().brand<'MaterialId', 'inout'>()
export type MaterialId = z.infer<typeof materialId>

/** Whose answer it is: an account's, or a child's for which any of its guardians answers. */
export const noticeUnitId = z.uuid().brand<'NoticeUnitId', 'inout'>()
export type NoticeUnitId = z.infer<typeof noticeUnitId>

export const noticeReminderId = z.uuid().brand<'NoticeReminderId', 'inout'>()
export type NoticeReminderId = z.infer<typeof noticeReminderId>

export const meetingId = z.uuid().brand<'MeetingId', 'inout'>()
export type MeetingId = z.infer<typeof meetingId>

/** Whose being there is asked about: a person's or, at a lesson, a child's. */
export const meetingUnitId = z.uuid().brand<'MeetingUnitId', 'inout'>()
export type MeetingUnitId = z.infer<typeof meetingUnitId>

export const meetingGuestId = z.uuid().brand<'MeetingGuestId', 'inout'>()
export type MeetingGuestId = z.infer<typeof meetingGuestId>

export const guestLinkId = z.uuid().brand<'GuestLinkId', 'inout'>()
export type GuestLinkId = z.infer<typeof guestLinkId>

/** Of one person in one call: known to all who are in its room, and nowhere else. */
export const participantId = z.uuid().brand<'ParticipantId', 'inout'>()
export type ParticipantId = z.infer<typeof participantId>

/** Of somebody who came by a meeting's link and has no account. */
export const guestId = z.uuid().brand<'GuestId', 'inout'>()
export type GuestId = z.infer<typeof guestId>

/** At a call's door: an account's, or a guest's. */
export const waitingId = z.uuid().brand<'WaitingId', 'inout'>()
export type WaitingId = z.infer<typeof waitingId>

export const meetingSeriesId = z.uuid().brand<'MeetingSeriesId', 'inout'>()
export type MeetingSeriesId = z.infer<typeof meetingSeriesId>

export const webinarId = z.uuid().brand<'WebinarId', 'inout'>()
export type WebinarId = z.infer<typeof webinarId>

export const webinarMaterialId = z.uuid().brand<'WebinarMaterialId', 'inout'>()
export type WebinarMaterialId = z.infer<typeof webinarMaterialId>

export const localActId = z.uuid().brand<'LocalActId', 'inout'>()
export type LocalActId = z.infer<typeof localActId>

export const localActEditionId = z.uuid().brand<'LocalActEditionId', 'inout'>()
export type LocalActEditionId = z.infer<typeof localActEditionId>

export const messageId = z.uuid().brand<'MessageId', 'inout'>()
export type MessageId = z.infer<typeof messageId>

export const callId = z.uuid().brand<'CallId', 'inout'>()
export type CallId = z.infer<typeof callId>

export const phoneChangeId = z.uuid().brand<'PhoneChangeId', 'inout'>()
export type PhoneChangeId = z.infer<typeof phoneChangeId>

export const ticketId = z.uuid().brand<'TicketId', 'inout'>()
export type TicketId = z.infer<typeof ticketId>

export const ticketEntryId = z.uuid().brand<'TicketEntryId', 'inout'>()
export type TicketEntryId = z.infer<typeof ticketEntryId>

/** In an article's address: the name it came with, or a UUID for the operator's own. */
export const articleName = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .brand<'ArticleName', 'inout'>()
export type ArticleName = z.infer<typeof articleName>

export const articleVoteId = z.uuid().brand<'ArticleVoteId', 'inout'>()
export type ArticleVoteId = z.infer<typeof articleVoteId>

export const accountMergeId = z.uuid().brand<'AccountMergeId', 'inout'>()
export type AccountMergeId = z.infer<typeof accountMergeId>

export const statisticsReportId = z.uuid().brand<'StatisticsReportId', 'inout'>()
export type StatisticsReportId = z.infer<typeof statisticsReportId>

export const commentId = z.uuid().brand<'CommentId', 'inout'>()
export type CommentId = z.infer<typeof commentId>

export const messageReportId = z.uuid().brand<'MessageReportId', 'inout'>()
export type MessageReportId = z.infer<typeof messageReportId>

/** A code that was sent and is waited for. Not secret, and not guessable. */
export const codeHandle = z.uuid().brand<'CodeHandle', 'inout'>()
export type CodeHandle = z.infer<typeof codeHandle>

export const personalCodeId = z.uuid().brand<'PersonalCodeId', 'inout'>()
export type PersonalCodeId = z.infer<typeof personalCodeId>
