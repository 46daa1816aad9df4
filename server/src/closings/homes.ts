import { organizationId, type OrganizationId } from '@kolosok/contract'
import { z } from 'zod'

const own = (table: string) => `select organization_id from "${table}" where id = $1::uuid`

/**
 * To which organization the thing belongs that a parameter of an address names; undefined where that is nobody's, or the
 * parameter before it says it already. A test compares them with the contract.
 */
export const homes: Readonly<Record<string, string | undefined>> = {
  organizationId: 'select $1::uuid',
  chatId: own('chat'),
  groupId: own('group'),
  childId: own('child'),
  membershipId: own('membership'),
  broadcastId: own('broadcast'),
  channelId: own('channel'),
  postId: 'select c.organization_id from post p join channel c on c.id = p.channel_id where p.id = $1::uuid',
  consentPurposeId: own('consent_purpose'),
  localActId: own('local_act'),
  editionId:
    'select a.organization_id from local_act_edition e join local_act a on a.id = e.local_act_id where e.id = $1::uuid',
  noticeId: own('notice'),
  meetingId: own('meeting'),
  recordingId: own('recording'),
  importId: own('import'),
  folderId: own('material_folder'),
  materialId:
    'select f.organization_id from material m join material_folder f on f.id = m.folder_id where m.id = $1::uuid',
  rollOverId: own('roll_over'),
  statisticsReportId: own('statistics_report'),
  incidentId: own('incident'),
  messageReportId: own('message_report'),
  // What one asks the platform's support is not the organization's.
  ticketId: `${own('ticket')} and desk = 'organization'`,
}

const inBody = z.object({ organizationId, desk: z.literal('organization').optional() })

/** Where the address names nothing that is there yet: the organization that a new ticket or incident is for. */
export const homeIn = (body: unknown): OrganizationId | undefined => inBody.safeParse(body).data?.organizationId

/** Whose things are an account's or the installation's, or that stand behind another parameter. */
export const homeless: readonly string[] = [
  'accountId',
  'accountMergeId',
  'adminOrderId',
  'broadcastMessageId',
  'callId',
  'closingId',
  'commentId',
  'confirmationId',
  'dataExportId',
  'decisionId',
  'emoji',
  'entryId',
  'fileId',
  'guestId',
  'invitationId',
  'joinRequestId',
  'key',
  'line',
  'mailingId',
  'messageId',
  'participantId',
  'personalCodeId',
  'phoneChangeId',
  'questionId',
  'reminderId',
  'sessionId',
  'step',
  'substitutionId',
  'token',
  'unitId',
  'webinarId',
]
