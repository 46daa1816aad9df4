export { type CalendarWebinar, useOwnWebinars } from './calendar.ts'
export { certificateRoute, operatorWebinarRoutes, webinarRoutes } from './routes.tsx'
