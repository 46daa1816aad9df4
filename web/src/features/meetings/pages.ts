// In one piece: whoever looks at the calendar goes on to one of its meetings.
export { CalendarPage } from './calendar-page.tsx'
export { LessonsPage } from './lessons-page.tsx'
export { MeetingPage } from './meeting-page.tsx'
export { ProtocolPage } from './protocol-page.tsx'
