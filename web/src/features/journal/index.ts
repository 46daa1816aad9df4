import { lazy } from 'react'

export { AccessList } from './access-list.tsx'
export { accessesRoute, journalRoute } from './routes.tsx'

/** On a person's page; not part of the first load. */
export const PersonHistory = lazy(async () => ({ default: (await import('./person-history.tsx')).PersonHistory }))
