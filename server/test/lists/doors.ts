import {
  chatEndpoints,
  childEndpoints,
  directoryEndpoints,
  type Endpoint,
  groupEndpoints,
  membershipEndpoints,
  pathOf,
} from '@kolosok/contract'
import { accessContact } from '#contacts/access.ts'
import { accessInvitation } from '#invitations/access.ts'
import type { World } from '../world.ts'
import type { Reader } from './place.ts'

export type Params = Record<string, string>
/** Would the thing's own door let this reader in? */
export type Door = (world: World, reader: Reader, id: string, params: Params) => Promise<boolean>

/** By the endpoint that gets one of them. */
export const gets =
  (endpoint: Endpoint, name: string): Door =>
  async (_, reader, id, params) => {
    const url = pathOf(endpoint, { ...params, [name]: id })
    return (await reader.request({ method: endpoint.method, url })).statusCode === 200
  }

/** By the door itself, where behind it is nothing to get. */
export const opens =
  (access: (world: World, reader: Reader, id: string, params: Params) => Promise<unknown>): Door =>
  (world, reader, id, params) =>
    access(world, reader, id, params).then(
      () => true,
      () => false,
    )

export const personDoor = gets(directoryEndpoints.get, 'membershipId')
export const childDoor = gets(childEndpoints.get, 'childId')
export const groupDoor = gets(groupEndpoints.get, 'groupId')
export const chatDoor = gets(chatEndpoints.get, 'chatId')
export const invitationDoor = opens(({ db }, { actor }, id) => accessInvitation(db, actor, id as never))
export const contactDoor = opens(({ db }, { actor }, id, { organizationId }) =>
  accessContact(db, actor, { organizationId: organizationId as never, membershipId: id as never }),
)
/** A colleague's card has no page of its own: whoever may not change it is told 403, whom they can't see 404. */
export const colleagueDoor: Door = async (_, reader, membershipId) => {
  const url = pathOf(membershipEndpoints.edit, { membershipId })
  return (await reader.request({ method: 'PATCH', url, payload: { isHead: 'neither' } })).statusCode !== 404
}
