import { lazy } from 'react'

export { overviewQuery } from './overview-query.ts'
export { groupQuery, groupsQuery, staffQuery } from './queries.ts'
export { organizationRoutes } from './routes.tsx'

/** In the plan of a year; not part of the first load either. */
export const AgeField = lazy(async () => ({ default: (await import('./age-field.tsx')).AgeField }))

/** On a person's page; not part of the first load. */
export const EditStaff = lazy(async () => ({ default: (await import('./edit-staff.tsx')).EditStaff }))
