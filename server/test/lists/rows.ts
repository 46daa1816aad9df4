import { articleRows } from './article-rows.ts'
import { broadcastRows } from './broadcast-rows.ts'
import { channelRows } from './channel-rows.ts'
import { meetingRows } from './meeting-rows.ts'
import { messageReportRows } from './message-report-rows.ts'
import { localActRows } from './local-act-rows.ts'
import { materialRows } from './material-rows.ts'
import { noticeRows } from './notice-rows.ts'
import { otherRows } from './other-rows.ts'
import type { Row } from './row.ts'
import { statisticsReportRows } from './statistics-report-rows.ts'
import { structureRows } from './structure-rows.ts'
import { ticketRows } from './ticket-rows.ts'
import { webinarRows } from './webinar-rows.ts'

/** Every list of the contract by its name. */
export const rows: Record<string, Row> = {
  ...articleRows,
  ...broadcastRows,
  ...channelRows,
  ...meetingRows,
  ...messageReportRows,
  ...localActRows,
  ...materialRows,
  ...noticeRows,
  ...statisticsReportRows,
  ...structureRows,
  ...ticketRows,
  ...webinarRows,
  ...otherRows,
}
