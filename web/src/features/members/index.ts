import { lazy } from 'react'

export { membersQuery } from './queries.ts'

export const DetailsPanel = lazy(async () => ({ default: (await import('./details-panel.tsx')).DetailsPanel }))
