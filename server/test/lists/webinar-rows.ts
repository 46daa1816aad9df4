import { searchEndpoints, webinarEndpoints, webinarPlanEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const door = gets(webinarEndpoints.get, 'webinarId')
const planDoor = gets(webinarPlanEndpoints.get, 'webinarId')

export const webinarRows: Record<string, Row> = {
  'webinars.list': {
    endpoint: webinarEndpoints.list,
    lists: { ahead: { id: 'id', door }, past: { id: 'id', door } },
  },
  'webinarPlans.list': {
    endpoint: webinarPlanEndpoints.list,
    lists: { ahead: { id: 'id', door: planDoor }, past: { id: 'id', door: planDoor } },
  },
  'search.find what is taught': {
    endpoint: searchEndpoints.find,
    at: inOrganization,
    query: { text: 'шаги' },
    lists: { webinars: { id: 'id', door } },
  },
}
