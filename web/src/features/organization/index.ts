export { EditStaff } from './edit-staff.tsx'
export { groupsQuery, overviewQuery, staffQuery } from './queries.ts'
export { organizationRoutes } from './routes.tsx'
