export { countWaitingMeetings } from './invitee.store.ts'
export { calendarFeedRoutes, meetingRoutes } from './routes.ts'
export { meetingTasks } from './tasks.ts'
