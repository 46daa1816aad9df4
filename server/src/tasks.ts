import { applicationTasks } from '#applications/index.ts'
import { articleTasks } from '#articles/index.ts'
import { backupTasks } from '#backups/index.ts'
import { broadcastTasks } from '#broadcasts/index.ts'
import { channelTasks } from '#channels/index.ts'
import { chatListTasks } from '#chat-list/index.ts'
import { closingTasks } from '#closings/index.ts'
import { confirmationTasks } from '#confirmations/index.ts'
import { createFiles, fileTasks } from '#files/index.ts'
import { groupTasks } from '#groups/index.ts'
import { guestTasks } from '#guests/index.ts'
import { dataExportTasks } from '#data-exports/index.ts'
import { departureTasks } from '#departures/index.ts'
import { identityTasks } from '#identity/index.ts'
import { importTasks } from '#imports/index.ts'
import { invitationTasks } from '#invitations/index.ts'
import { letterInTasks } from '#letters-in/index.ts'
import { mailingTasks } from '#mailings/index.ts'
import { createStructurePort, memberTasks } from '#members/index.ts'
import { materialTasks } from '#materials/index.ts'
import { meetingTasks } from '#meetings/index.ts'
import { noticeTasks, withNotices } from '#notices/index.ts'
import { scheduledTasks } from '#scheduled/index.ts'
import { webinarTasks } from '#webinars/index.ts'
import type { Context } from '#platform/context.ts'
import { countingTasks } from '#platform/counting.ts'
import type { Tasks } from '#platform/jobs.ts'
import { organizationDataTasks } from '#organization-data/index.ts'
import { personalDataTasks } from '#personal-data/index.ts'
import { phoneChangeTasks } from '#phone-changes/index.ts'
import { recordingTasks } from '#recordings/index.ts'
import { rollOverTasks } from '#roll-overs/index.ts'
import { recordedRooms } from './recorded-rooms.ts'

/** What the job queue can do; started beside the app, drained by tests. */
export const createTasks = (context: Context): Tasks => ({
  ...context.mail.tasks,
  ...context.sms.tasks,
  ...countingTasks(context),
  ...identityTasks(context),
  ...phoneChangeTasks(context),
  ...fileTasks(createFiles(context)),
  ...backupTasks(createFiles(context)),
  ...closingTasks(context),
  ...dataExportTasks(context),
  ...personalDataTasks(createFiles(context)),
  ...organizationDataTasks(createFiles(context)),
  ...groupTasks({ ...context, structure: withNotices(context, createStructurePort(context)) }),
  ...memberTasks(context),
  ...chatListTasks(context),
  ...importTasks(context),
  ...rollOverTasks(context),
  ...invitationTasks(context),
  ...applicationTasks(context),
  ...mailingTasks(context),
  ...confirmationTasks(context),
  ...channelTasks(context),
  ...broadcastTasks(context),
  ...recordingTasks(context, recordedRooms(context)),
  ...materialTasks(context),
  ...noticeTasks(context),
  ...meetingTasks(context),
  ...guestTasks(context),
  ...departureTasks(context),
  ...letterInTasks(context),
  ...articleTasks(context),
  ...webinarTasks(context),
  ...scheduledTasks(context),
})
