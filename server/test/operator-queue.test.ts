import type { applicationEndpoints, ApplicationId } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { newId } from '#platform/new-id.ts'

import {
  apply,
  decide,
  findByInn,
  newInn,
  newApplicationToken,
  putOrder,
  statusOf,
  submit,
} from './application-seed.ts'

import { createOutbox } from './outbox.ts'
import { createWorld, type World } from './world.ts'

const outbox = createOutbox()
let world: World
let operator: Awaited<ReturnType<World['person']>>
beforeAll(async () => {
  world = await createWorld({ outbox })
  operator = await world.person({ isOperator: true, givenName: 'Ирина' })
})
afterAll(() => world.close())

// Everybody here comes from one address.
beforeEach(() => world.db.deleteFrom('rate_limit').execute())

describe('the operator', () => {
  test('nobody else sees the queue, an application or its order: as if there were none', async () => {
    const inn = newInn()
    await apply(world, { inn })
    const { id } = await findByInn(operator, inn)
    const anna = await world.person()
    for (const path of ['', `/${id}`, `/${id}/order`, `/${id}/order/text`]) {
      const url = `/api/operator/applications${path}`
      expect((await anna.request({ url })).json()).toMatchObject({ code: 'not-found' })
      expect((await world.request({ url })).json()).toMatchObject({ code: 'not-signed-in' })
    }
  })

  test('returns with a reason, gets it corrected, approves; every step is told and kept', async () => {
    const inn = newInn()
    const email = 'path@mail.example'
    const token = await apply(world, { inn, email })
    await decide(operator, inn, 'return', 'В приказе нет подписи')
    expect(await statusOf(world, token)).toMatchObject({ state: 'returned', abilities: { correct: true } })

    await putOrder(world, token, 'order.docx')
    expect((await submit(world, token, { inn, email, headName: 'Иванова Ольга Павловна' })).statusCode).toBe(200)
    const approved = await decide(operator, inn, 'approve')
    expect(approved.json()).toMatchObject({ state: 'approved', facts: { headName: 'Иванова Ольга Павловна' } })

    const status = await statusOf(world, token)
    expect(status.steps.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['submitted', ''],
      ['returned', 'В приказе нет подписи'],
      ['resubmitted', ''],
      ['approved', ''],
    ])
    const organization = await world.db.selectFrom('organization').selectAll().where('inn', '=', inn).execute()
    expect(organization).toHaveLength(1)
    await world.runJobs()
    const subjects = outbox.messages.filter(({ to }) => to === email).map(({ subject }) => subject.split(':')[0])
    expect(subjects).toEqual([
      'Заявка принята',
      'Заявку нужно поправить',
      'Исправленная заявка принята',
      'Заявка одобрена',
    ])
  })

  test('the link in a letter leads to the same application as the browser’s own', async () => {
    const inn = newInn()
    await apply(world, { inn, email: 'letter@mail.example' })
    await world.runJobs()
    const token = /\/a\/([\w-]{27})/.exec(outbox.lastTo('letter@mail.example').text)?.[1] ?? ''

    expect(await statusOf(world, token)).toMatchObject({ facts: { inn } })
  })

  test('a decision made on what has changed meanwhile is refused, and so is a second one', async () => {
    const inn = newInn()
    const token = await apply(world, { inn })
    const { id, revision } = await findByInn(operator, inn)
    const approve = () =>
      operator.request({ method: 'POST', url: `/api/operator/applications/${id}/approve`, payload: { revision } })
    await decide(operator, inn, 'return', 'Проверьте адрес')
    await submit(world, token, { inn, address: 'Новосибирская область, с. Раздольное, ул. Новая, 1' })
    expect((await approve()).json()).toMatchObject({ code: 'application-changed' })

    await decide(operator, inn, 'refuse', 'Такой организации нет')
    expect((await approve()).json()).toMatchObject({ code: 'application-decided' })
    expect((await submit(world, token, { inn, address: 'Новосибирская область, другая' })).json()).toMatchObject({
      code: 'application-decided',
    })
  })

  test('the same INN twice is shown as a possible duplicate', async () => {
    const inn = newInn()
    await apply(world, { inn })
    await apply(world, { inn, organizationName: 'Второй «Колосок»' })
    const { duplicates } = await findByInn(operator, inn)

    expect(duplicates).toMatchObject([{ organizationName: 'Второй «Колосок»', state: 'submitted' }])
  })

  test('reads the order in the page: the PDF itself, a DOCX as HTML', async () => {
    const token = newApplicationToken()
    await putOrder(world, token, 'order.docx')
    await submit(world, token, { organizationName: 'С приказом в DOCX' })
    const { id } = await findByInn(operator, 'с приказом')
    const text = await operator.request({ url: `/api/operator/applications/${id}/order/text` })

    expect(text.json<{ html: string }>().html).toContain('ПРИКАЗ')
    expect(
      (await operator.request({ url: `/api/operator/applications/${id}/order` })).headers['content-disposition'],
    ).toMatch(/^attachment/)
  })

  test('pages through the queue without gaps or doubles', async () => {
    await multiply(35)
    const seen: string[] = []
    let [after, isLast] = ['', false]
    while (!isLast) {
      const { applications, next, counts } = await readPage(after)
      seen.push(...applications.map(({ id }) => id))
      after = next ?? ''
      isLast = next === null
      if (isLast) expect(seen).toHaveLength(counts.submitted)
    }
    expect(new Set(seen).size).toBe(seen.length)
  })
})

/** Copies of one application, some of the same moment. */
async function multiply(count: number): Promise<void> {
  const { id } = await findByInn(operator, (await statusOf(world, await apply(world, { inn: newInn() }))).facts.inn)
  const row = await world.db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const copies = Array.from({ length: count }, (_, number) => {
    return { ...row, id: newId<ApplicationId>(), changed_at: new Date(Date.now() - Math.floor(number / 3) * 1000) }
  })
  await world.db.insertInto('application').values(copies).execute()
}

async function readPage(after: string): Promise<z.output<typeof applicationEndpoints.list.response>> {
  const query = after === '' ? '' : `?after=${encodeURIComponent(after)}`
  return (await operator.request({ url: `/api/operator/applications${query}` })).json()
}
