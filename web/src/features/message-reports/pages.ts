// In one piece: whoever looks at the list goes on to one of them.
export { OperatorReportedMessagePage, ReportedMessagePage } from './reported-message-page.tsx'
export { OperatorReportedPage, ReportedPage } from './reported-page.tsx'
