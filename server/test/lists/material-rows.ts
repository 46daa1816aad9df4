import { materialEndpoints, searchEndpoints } from '@kolosok/contract'
import { accessMaterial } from '#materials/access.ts'
import { groupDoor, opens } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const materialDoor = opens(({ db }, { actor }, id) => accessMaterial(db, actor, id as never, { action: 'see' }))
const materials = { materials: { id: 'id', door: materialDoor } }

export const materialRows: Record<string, Row> = {
  'materials.list': {
    endpoint: materialEndpoints.list,
    at: inOrganization,
    lists: { shelves: { id: 'groupId', door: groupDoor } },
  },
  'materials.find': {
    endpoint: materialEndpoints.find,
    at: inOrganization,
    query: { words: 'считать' },
    lists: materials,
  },
  'materials.folder': { endpoint: materialEndpoints.folder, at: ({ folderId }) => ({ folderId }), lists: materials },
  'search.find what is kept': {
    endpoint: searchEndpoints.find,
    at: inOrganization,
    query: { text: 'считаем' },
    lists: materials,
  },
}
