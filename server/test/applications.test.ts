import type { ProblemBody } from '@kolosok/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { createFiles, sweepFiles } from '#files/index.ts'
import {
  apply,
  kolosokForm,
  newInn,
  newApplicationToken,
  origin,
  putOrder,
  statusOf,
  submit,
} from './application-seed.ts'

import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

const faultsOf = (body: ProblemBody) => {
  return Object.fromEntries((body.errors ?? []).map(({ pointer, code }) => [pointer.slice(2), code]))
}

// Everybody here comes from one address.
beforeEach(() => world.db.deleteFrom('rate_limit').execute())

describe('submitting', () => {
  test('waits after thirty times for a whole network of the sixth version, as for one address', async () => {
    const knock = (host: number) =>
      world.request({
        method: 'PUT',
        url: `/api/applications/${newApplicationToken()}`,
        headers: origin,
        payload: {},
        remoteAddress: `2001:db8:1:1::${host.toString(16)}`,
      })
    for (let host = 1; host <= 30; host++) expect((await knock(host)).statusCode).toBe(400)

    expect((await knock(31)).json()).toMatchObject({ status: 429, code: 'too-many-requests' })
  })

  test('an empty form without an order: every field is named at once and nothing is stored', async () => {
    const before = await world.db.selectFrom('application').select('id').execute()
    const answer = await world.request({
      method: 'PUT',
      url: `/api/applications/${newApplicationToken()}`,
      headers: origin,
      payload: {},
    })

    expect(answer.statusCode).toBe(400)
    const fields = [...Object.keys(kolosokForm), 'order']
    expect(faultsOf(answer.json())).toEqual(Object.fromEntries(fields.map((field) => [field, 'required'])))
    expect(await world.db.selectFrom('application').select('id').execute()).toEqual(before)
  })

  test.each([
    ['inn', '123', 'inn-length'],
    ['inn', '5404000006', 'inn-checksum'],
    ['inn', '500100732250', 'inn-checksum'],
    ['phone', '123', 'phone-invalid'],
    ['phone', '+7 383 222-33-44', 'phone-not-mobile'],
    ['email', 'sokolova@', 'email-invalid'],
    ['kind', 'shop', 'required'],
    ['headName', 'Иванова', 'name-not-full'],
    ['administratorName', 'Мария', 'name-not-full'],
    ['address', 'село', 'too-short'],
    ['organizationName', 'А', 'too-short'],
    ['organizationName', 'А'.repeat(301), 'too-long'],
  ])('%s «%s» is refused as %s', async (field, value, code) => {
    const token = newApplicationToken()
    await putOrder(world, token)
    const answer = await submit(world, token, { [field]: value })

    expect(faultsOf(answer.json())).toEqual({ [field]: code })
    expect((await world.request({ url: `/api/applications/${token}` })).statusCode).toBe(404)
  })

  test.each([
    ['order.pdf', 'application/pdf'],
    ['order.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['order-photo.jpg', 'image/jpeg'],
    ['order-photo.heic', 'image/jpeg'],
  ])('%s is taken as an order, by its content', async (file, mediaType) => {
    const token = newApplicationToken()
    expect((await putOrder(world, token, file, 'Приказ')).statusCode).toBe(200)
    const answer = await submit(world, token, { inn: kolosokForm.inn })

    expect(answer.json()).toMatchObject({ state: 'submitted', order: { mediaType }, facts: { phone: '+79139000017' } })
  })

  test.each([
    ['hostile/bomb.xlsx', 'archive-bomb'],
    ['hostile/formulas.csv', 'order-type'],
    ['hostile/html-named.jpg', 'file-html'],
    ['hostile/javascript.pdf', 'pdf-script'],
    ['hostile/program-inside.zip', 'archive-with-program'],
    ['hostile/program-named.jpg', 'file-program'],
    ['hostile/program-named.pdf', 'file-program'],
    ['hostile/script.svg', 'file-svg'],
  ])('%s is refused as an order: %s', async (file, reason) => {
    const answer = await putOrder(world, newApplicationToken(), file)

    expect(answer.json()).toMatchObject({ status: 422, code: 'file-refused', params: { reason } })
  })

  test('an order above 20 MB is refused with its reason', async () => {
    const url = `/api/applications/${newApplicationToken()}/order?name=a.pdf`
    const headers = { ...origin, 'content-type': 'application/octet-stream' }
    const answer = await world.request({ method: 'PUT', url, headers, payload: Buffer.alloc(21 * 1024 * 1024) })

    expect(answer.json()).toMatchObject({ code: 'file-refused', params: { reason: 'file-too-large' } })
  })

  test('sent twice, also at once, it is one application', async () => {
    const inn = newInn()
    const token = newApplicationToken()
    await putOrder(world, token)
    const answers = await Promise.all([submit(world, token, { inn }), submit(world, token, { inn })])
    const again = await submit(world, token, { inn })

    expect(again.statusCode).toBe(200)
    expect(answers.some(({ statusCode }) => statusCode === 200)).toBe(true)
    expect(await world.db.selectFrom('application').select('id').where('inn', '=', inn).execute()).toHaveLength(1)
  })

  test('an order nobody submits is swept after a day, a submitted one stays', async () => {
    const token = newApplicationToken()
    await putOrder(world, token)
    const kept = await apply(world, { inn: newInn() })
    await world.db
      .updateTable('file')
      .set({ created_at: new Date(Date.now() - 25 * 3600_000) })
      .execute()
    await sweepFiles(createFiles(world.context))

    expect(faultsOf((await submit(world, token)).json())).toEqual({ order: 'required' })
    expect(await statusOf(world, kept)).toMatchObject({ order: { name: 'order.pdf' } })
  })
})

test('the applicant withdraws; the page then offers nothing more', async () => {
  const token = await apply(world, { inn: newInn() })
  const answer = await world.request({ method: 'POST', url: `/api/applications/${token}/withdraw`, headers: origin })

  expect(answer.json()).toMatchObject({ state: 'withdrawn', abilities: { correct: false, withdraw: false } })
})

test('a link that leads nowhere says only that', async () => {
  expect((await world.request({ url: '/api/applications/nonsense' })).json()).toMatchObject({ code: 'not-found' })
})
