import { lazy } from 'react'

/** On one's own page; few ever need it. */
export const MergeAccounts = lazy(async () => ({ default: (await import('./merge-accounts.tsx')).MergeAccounts }))
