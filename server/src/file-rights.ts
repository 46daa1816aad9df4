import { orderFileRights } from '#administrators/index.ts'
import { recordingFileRights } from '#broadcasts/index.ts'
import { callRecordingFileRights } from '#calls/index.ts'
import { postFileRights } from '#channels/index.ts'
import { consentFileRights } from '#consents/index.ts'
import { workFileRights } from '#lesson-tasks/index.ts'
import { materialFileRights } from '#materials/index.ts'
import { reportedFileRights } from '#message-reports/index.ts'
import { messageFileRights } from '#messages/index.ts'
import { noticeFileRights } from '#notices/index.ts'
import { scheduledFileRights } from '#scheduled/index.ts'
import { ticketFileRights } from '#tickets/index.ts'
import { webinarFileRights } from '#webinars/index.ts'
import type { FileRightsPort } from '#files/index.ts'
import type { Context } from '#platform/context.ts'

/** Whose eyes a file is for: of whoever sees what it belongs to. */
export const createFileRights = ({ clock }: Pick<Context, 'clock'>): readonly FileRightsPort[] => [
  messageFileRights,
  scheduledFileRights,
  reportedFileRights,
  orderFileRights,
  consentFileRights,
  postFileRights,
  ticketFileRights,
  materialFileRights,
  noticeFileRights(clock),
  workFileRights(clock),
  webinarFileRights(clock),
  recordingFileRights,
  callRecordingFileRights,
]
