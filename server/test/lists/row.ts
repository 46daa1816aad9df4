import type { Endpoint } from '@kolosok/contract'
import { childDoor, type Door, groupDoor, type Params, personDoor } from './doors.ts'
import type { Places } from './place.ts'

export type Row = {
  readonly endpoint: Endpoint
  /** Where to look; a list of one organization is looked at in both. */
  readonly at?: (place: Places['here']) => Params
  readonly query?: Record<string, string>
  readonly body?: object
  /** Where in the answer the ids stand, and which door each has. */
  readonly lists: Record<string, { readonly id: string; readonly door: Door }>
}

export const inOrganization = ({ organizationId }: Places['here']) => ({ organizationId })
export const inGroup = ({ groupId }: Places['here']) => ({ groupId })
export const inChat = ({ chatId }: Places['here']) => ({ chatId })
export const people = { people: { id: 'person.membershipId', door: personDoor } }
export const children = { children: { id: 'id', door: childDoor } }
export const groups = { groups: { id: 'id', door: groupDoor } }
