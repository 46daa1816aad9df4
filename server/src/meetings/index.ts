export { accessMeeting, type ClearedMeeting, isOwnedBy } from './access.ts'
export { calendarOf } from './calendar-file.ts'
export { countWaitingMeetings } from './invitee.store.ts'
export { timesOn } from './occurrences.ts'
export {
  calendarFeedRoutes,
  lessonRoutes,
  meetingAttendanceRoutes,
  meetingProtocolRoutes,
  meetingRoutes,
} from './routes.ts'
export { keepAllAttendance, meetingTasks } from './tasks.ts'
export { cancelComing } from './end-with-organization.ts'
export { tellOwners, tellReached } from './tell.ts'
