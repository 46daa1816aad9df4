import { ticketEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const tickets = { tickets: { id: 'id', door: gets(ticketEndpoints.get, 'ticketId') } }

export const ticketRows: Record<string, Row> = {
  'tickets.own': { endpoint: ticketEndpoints.own, lists: tickets },
  'tickets.queue': { endpoint: ticketEndpoints.queue, at: inOrganization, lists: tickets },
  'tickets.operatorQueue': { endpoint: ticketEndpoints.operatorQueue, lists: tickets },
}
