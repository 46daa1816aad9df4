import { randomUUID } from 'node:crypto'
import type { LocalActTemplate, WholeLocalAct } from '@kolosok/contract'
import { expect } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createWorld, type World } from './world.ts'

type Someone = Pick<Awaited<ReturnType<World['person']>>, 'request'>

/** A kindergarten with one of everybody; its clock stands where the test puts it. */
export async function createLocalActWorld() {
  const time = { now: new Date('2026-09-01T06:00:00Z') }
  const world = await createWorld({ clock: () => time.now })
  return { world, time, newGarden: () => gardenOf(world) }
}

export type LocalActGarden = Awaited<ReturnType<typeof gardenOf>>

async function gardenOf(world: World) {
  const garden = await seedOrganization(world)
  const [admin, head, deputy, teacher] = [
    await garden.admin(),
    await garden.head(),
    await garden.deputy(),
    await garden.teacher(),
  ]
  const groupId = await garden.group('Младшая')
  const parent = await garden.parent([await garden.child('Ваня К.', groupId)])

  const at = (id: string) => `/api/local-act-editions/${id}`
  const begin = (who: Someone, template: LocalActTemplate = 'use-regulation', ids = newIds()) =>
    who.request({
      method: 'PUT',
      url: `/api/organizations/${garden.id}/local-acts/${ids.localActId}`,
      payload: { editionId: ids.editionId, template },
    })
  async function begun(template: LocalActTemplate = 'use-regulation'): Promise<WholeLocalAct> {
    const answer = await begin(admin, template)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<WholeLocalAct>()
  }
  const get = (who: Someone, id: string) => who.request({ url: at(id) })
  const seen = async (who: Someone, id: string) => (await get(who, id)).json<WholeLocalAct>()
  const write = (who: Someone, act: WholeLocalAct, given: object = {}) => {
    const { title, audience, hearsParents, sections, rev } = act
    return who.request({
      method: 'PUT',
      url: at(act.id),
      payload: { title, audience, hearsParents, sections, rev, ...given },
    })
  }
  /** With the number of what is there now, unless said. */
  async function step(who: Someone, id: string, name: string, given: object) {
    const { rev } = await seen(admin, id)
    return who.request({ method: 'PUT', url: `${at(id)}/steps/${name}`, payload: { rev, ...given } })
  }
  async function intoForce(id: string, day = '2026-09-01') {
    const { hearsParents, kind } = await seen(admin, id)
    if (kind === 'regulation') await step(admin, id, 'adopted', { number: '1', date: '2026-08-28' })
    if (hearsParents) await step(admin, id, 'heard', { number: '4', date: '2026-08-27' })
    await step(head, id, 'approved', { number: '57-о', date: '2026-08-31' })
    const answer = await step(head, id, 'in-force', { date: day })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<WholeLocalAct>()
  }
  const next = (who: Someone, localActId: string, id: string = randomUUID()) =>
    who.request({ method: 'PUT', url: `/api/local-acts/${localActId}/editions/${id}` })
  const paper = (who: Someone, id: string, format: 'docx' | 'pdf') => who.request({ url: `${at(id)}/paper.${format}` })
  const listed = async (who: Someone, box = 'in-force') =>
    (await who.request({ url: `/api/organizations/${garden.id}/local-acts`, query: { box } })).json<{
      localActs: WholeLocalAct[]
    }>().localActs
  const acknowledge = (who: Someone, id: string, given: object = {}, noticeId: string = randomUUID()) =>
    who.request({
      method: 'PUT',
      url: `${at(id)}/notices/${noticeId}`,
      payload: { audience: 'all', deadlineAt: '2026-09-15T12:00:00Z', ...given },
    })
  /** With the number of what is there now, unless said. */
  async function repeal(who: Someone, id: string, given: object, read?: number) {
    const rev = read ?? (await seen(admin, id)).rev
    return who.request({ method: 'PUT', url: `${at(id)}/repeal`, payload: { rev, ...given } })
  }
  const giveBack = async (who: Someone, id: string, word = 'Уточнить сроки') => {
    const { rev } = await seen(admin, id)
    return who.request({ method: 'PUT', url: `${at(id)}/return`, payload: { word, rev } })
  }
  const remove = (who: Someone, id: string) => who.request({ method: 'DELETE', url: at(id) })

  const people = { admin, head, deputy, teacher, parent }
  return {
    ...garden,
    ...people,
    begin,
    begun,
    get,
    seen,
    write,
    step,
    intoForce,
    next,
    paper,
    listed,
    acknowledge,
    giveBack,
    repeal,
    remove,
  }
}

const newIds = () => ({ localActId: randomUUID(), editionId: randomUUID() })
