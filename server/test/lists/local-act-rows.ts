import { localActEndpoints } from '@kolosok/contract'
import { gets } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const listed = {
  endpoint: localActEndpoints.list,
  at: inOrganization,
  lists: { localActs: { id: 'id', door: gets(localActEndpoints.get, 'editionId') } },
}

export const localActRows: Record<string, Row> = {
  'localActs.list': listed,
  'localActs.list that are being prepared': { ...listed, query: { box: 'preparing' } },
}
