// In one piece: whoever looks at the list goes on to a ticket.
export { FiguresPage } from './figures-page.tsx'
export { LettersPage } from './letters-page.tsx'
export { NewTicketPage } from './new-ticket-page.tsx'
export { OwnTicketsPage } from './own-tickets-page.tsx'
export { OperatorQueuePage, OrganizationQueuePage } from './queue-pages.tsx'
export { OperatorTicketPage, OrganizationTicketPage, OwnTicketPage } from './ticket-pages.tsx'
