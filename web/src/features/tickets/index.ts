export { HelpHead } from './help-head.tsx'
export { helpRoutes, operatorTicketRoutes, ticketRoutes } from './routes.tsx'
