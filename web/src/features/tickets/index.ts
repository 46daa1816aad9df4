export { helpRoutes, operatorTicketRoutes, ticketRoutes } from './routes.tsx'
