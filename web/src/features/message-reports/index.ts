import { lazy } from 'react'

export { operatorReportedRoutes, reportedRoutes } from './routes.tsx'

/** Loaded when somebody reports a message for the first time. */
export const ReportDialog = lazy(async () => ({ default: (await import('./report-dialog.tsx')).ReportDialog }))

/** The same of a comment under a post. */
export const CommentReportDialog = lazy(async () => ({
  default: (await import('./report-dialog.tsx')).CommentReportDialog,
}))

/** The same of what was said beside a broadcast. */
export const BroadcastReportDialog = lazy(async () => ({
  default: (await import('./report-dialog.tsx')).BroadcastReportDialog,
}))

/** On the page of help. */
export const OwnReports = lazy(async () => ({ default: (await import('./own-reports.tsx')).OwnReports }))
