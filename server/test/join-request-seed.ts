import { randomUUID } from 'node:crypto'
import { type GroupId, type JoinRequest, joinRequestEndpoints, type OwnJoinRequest, pathOf } from '@kolosok/contract'
import type { Kindergarten } from './joining-seed.ts'
import type { World } from './world.ts'

type Someone = Pick<World, 'request'>
const { ask, list } = joinRequestEndpoints
type Decision = (typeof joinRequestEndpoints)['accept' | 'refuse']

let number = 0
/** With a number of their own and no name yet. */
export const newcomer = (world: World) => world.person({ givenName: '', phone: `+7914${String(1_000_000 + ++number)}` })

export const asParent = (garden: Kindergarten, groupId: GroupId | null, change: object = {}) => ({
  role: 'parent',
  code: garden.code,
  ...{ givenName: 'Елена', patronymic: 'Павловна', familyName: 'Кузнецова' },
  ...{ groupId, childName: 'Кузнецов Ваня', label: 'мама Вани' },
  consents: [{ purpose: 'family-communication', textVersion: 1 }],
  ...change,
})

export const send = (by: Someone, payload: object, joinRequestId: string = randomUUID()) =>
  by.request({ method: 'PUT', url: pathOf(ask, { joinRequestId }), payload })

export async function queue(garden: Kindergarten, by: Someone, state = 'requested'): Promise<JoinRequest[]> {
  const url = pathOf(list, { organizationId: garden.id })
  return (await by.request({ url, query: { state } })).json<{ requests: JoinRequest[] }>().requests
}

export function decide(
  garden: Kindergarten,
  by: Someone,
  request: Pick<OwnJoinRequest, 'id'>,
  decision: Decision,
  payload: object,
) {
  const url = pathOf(decision, { organizationId: garden.id, joinRequestId: request.id })
  return by.request({ method: 'POST', url, payload })
}
