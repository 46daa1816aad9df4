import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createPhoneOffice, newPhone } from './phone-change-seed.ts'
import { createSignInWorld } from './sign-in-world.ts'
import { createWorld } from './world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
let office: ReturnType<typeof createPhoneOffice>
beforeAll(async () => {
  world = await createSignInWorld()
  office = createPhoneOffice(world)
})
afterAll(() => world.close())

describe('by decision', () => {
  test('asked for on a device of one’s own, agreed to by an admin, it comes by itself a day later', async () => {
    const { parent, phone, admin, garden } = await office.mother()
    const next = newPhone()
    const id = randomUUID()
    expect((await office.ask(parent, next, id)).statusCode).toBe(200)
    expect((await office.ask(parent, next, id)).statusCode).toBe(200)
    await world.runJobs()
    expect(world.outbox.lastTo(phone).text).toContain('Это не вы?')
    expect((await admin.request({ url: '/api/me/waiting' })).json()).toMatchObject({
      phoneChanges: [{ organizationId: garden.id, count: 1 }],
    })

    expect(await office.decide(admin, garden, { isInPerson: false })).toMatchObject({ status: 200, personalCode: null })
    expect((await admin.request({ url: '/api/me/waiting' })).json()).toMatchObject({ phoneChanges: [] })
    await world.hurryJobs()
    expect(await office.me(parent)).toMatchObject({ phone, phoneChange: { state: 'agreed', newPhone: next } })
    await office.aDayLater()
    expect(await office.me(parent)).toMatchObject({
      phone: next,
      isPhoneVerified: true,
      phoneChange: { state: 'done' },
    })

    const written = await world.db
      .selectFrom('audit_entry')
      .where('organization_id', '=', garden.id)
      .where('subject_id', '=', parent.accountId)
      .where('action', 'like', 'phone-change.%')
      .orderBy('id')
      .select('action')
      .execute()
    expect(written.map(({ action }) => action)).toEqual([
      'phone-change.requested',
      'phone-change.agreed',
      'phone-change.done',
    ])
  })

  test('«Это не я» on any device stops it, agreed or not, and the code that was handed over opens nothing', async () => {
    const { parent, phone, admin, teacher, garden } = await office.mother()
    const next = newPhone()
    expect((await office.start(teacher, parent.membershipId, next)).statusCode).toBe(200)
    const { personalCode } = await office.decide(admin, garden, { isInPerson: true })
    expect((await office.stop(parent)).statusCode).toBe(200)
    expect((await office.comeBack(next, personalCode)).body['code']).toBe('personal-code-wrong')

    await office.ask(parent, next)
    await office.decide(admin, garden, { isInPerson: false })
    await office.stop(parent)
    await office.aDayLater()
    expect(await office.me(parent)).toMatchObject({ phone, phoneChange: null })
  })

  test('in person it is at once: the code together with the new number, and with no other', async () => {
    const { parent, phone, admin, teacher, garden } = await office.mother()
    const next = newPhone()
    await office.start(teacher, parent.membershipId, next)
    const { personalCode } = await office.decide(admin, garden, { isInPerson: true })
    expect((await office.comeBack(phone, personalCode)).body['code']).toBe('personal-code-wrong')
    expect((await office.comeBack(next, personalCode)).body).toMatchObject({
      accountId: parent.accountId,
      isNew: false,
    })
    expect(await office.me(parent)).toMatchObject({ phone: next, isPhoneVerified: true })
    expect((await office.comeBack(next, personalCode)).body['code']).toBe('personal-code-used')
  })

  test('not in person the code waits the day, too', async () => {
    const { parent, admin, teacher, garden } = await office.mother()
    const next = newPhone()
    await office.start(teacher, parent.membershipId, next)
    const { personalCode } = await office.decide(admin, garden, { isInPerson: false })
    expect((await office.comeBack(next, personalCode)).body['code']).toBe('personal-code-early')
    await office.aDayLater()
    expect((await office.comeBack(next, personalCode)).body).toMatchObject({ accountId: parent.accountId })
  })

  test('whoever asked in somebody’s name hands over no code at once: another decides, or the day passes', async () => {
    const { parent, admin, garden } = await office.mother()
    const [next, head] = [newPhone(), await garden.head()]
    await office.start(admin, parent.membershipId, next)
    expect(await office.listed(admin, garden)).toMatchObject([
      { isByReader: true, mayDecide: true, mayBeInPerson: false },
    ])
    expect(await office.decide(admin, garden, { isInPerson: true })).toMatchObject({ status: 403 })

    const own = await office.decide(admin, garden, { isInPerson: false })
    expect((await office.comeBack(next, own.personalCode)).body['code']).toBe('personal-code-early')
    expect(await office.decide(admin, garden, { isInPerson: true })).toMatchObject({ status: 403 })
    const { personalCode } = await office.decide(head, garden, { isInPerson: true })
    expect((await office.comeBack(next, personalCode)).body).toMatchObject({ accountId: parent.accountId })
  })

  test('nobody’s phone is made to ring all day by askings in their name', async () => {
    const { parent, phone, teacher } = await office.mother()
    const before = world.outbox.messages.length
    for (let asked = 0; asked < 5; asked++) {
      expect((await office.start(teacher, parent.membershipId, newPhone())).statusCode).toBe(200)
      await office.stop(parent)
    }
    const next = newPhone()
    const refused = await office.start(teacher, parent.membershipId, next)
    expect(refused.json()).toMatchObject({ code: 'too-many-requests', params: { seconds: 3600 } })
    await world.runJobs()
    expect(world.outbox.messages.slice(before).filter(({ to }) => to === phone)).toHaveLength(5)
    world.later(60)
    expect((await office.start(teacher, parent.membershipId, next)).statusCode).toBe(200)
  })

  test('whoever belongs elsewhere, too, needs the word of each place, and nobody shortens the day', async () => {
    const { parent, phone, admin, teacher, garden } = await office.mother()
    const club = await seedOrganization(world)
    const clubAdmin = await club.admin()
    await club.teacher({ who: parent })
    const next = newPhone()
    await office.start(teacher, parent.membershipId, next)
    expect(await office.decide(admin, garden, { isInPerson: true })).toMatchObject({
      personalCode: null,
      waitingElsewhere: 1,
    })
    expect(await office.listed(clubAdmin, club)).toMatchObject([
      { newPhone: next, waitingElsewhere: 0, mayBeInPerson: false },
    ])
    await office.aDayLater()
    expect(await office.me(parent)).toMatchObject({ phone })

    const { personalCode } = await office.decide(clubAdmin, club, { isInPerson: true })
    expect((await office.comeBack(next, personalCode)).body['code']).toBe('personal-code-early')
    await office.aDayLater()
    expect((await office.comeBack(next, personalCode)).body).toMatchObject({ accountId: parent.accountId })
  })

  test('an operator’s number is decided by another operator, one’s own by nobody oneself', async () => {
    const { garden, admin } = await office.mother()
    const operator = await world.person({ isOperator: true, phone: newPhone() })
    await garden.teacher({ who: operator })
    await office.ask(operator, newPhone())
    expect((await office.decide(admin, garden, { isInPerson: false })).code).toBe('forbidden')
    const { phoneChange } = await office.me(operator)
    const url = `/api/operator/phone-changes/${phoneChange?.id ?? ''}/agreement`
    expect((await office.post(operator, url, { isInPerson: false })).json()).toMatchObject({ code: 'forbidden' })
    const other = await world.person({ isOperator: true })
    expect((await office.post(other, url, { isInPerson: false })).statusCode).toBe(200)

    await office.ask(admin, newPhone())
    const own = (await office.me(admin)).phoneChange?.id ?? ''
    const ownUrl = `/api/organizations/${garden.id}/phone-changes/${own}/agreement`
    expect((await office.post(admin, ownUrl, { isInPerson: false })).json()).toMatchObject({ code: 'forbidden' })
  })

  test('a number that somebody proved meanwhile stays theirs; decided twice at once it is decided once', async () => {
    const { parent, phone, admin, garden } = await office.mother()
    const next = newPhone()
    await office.ask(parent, next)
    const [change] = await office.listed(admin, garden)
    const refusal = `/api/organizations/${garden.id}/phone-changes/${change?.id ?? ''}/refusal`
    const deciders = [admin, await garden.head()]
    const both = await Promise.all(deciders.map((one) => office.post(one, refusal, {})))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await office.me(parent)).toMatchObject({ phone, phoneChange: { state: 'refused' } })

    const [third, late] = [newPhone(), newPhone()]
    await office.ask(parent, third)
    await office.decide(admin, garden, { isInPerson: false })
    const taker = await office.mother()
    await world.db.updateTable('account').set({ phone: third }).where('id', '=', taker.parent.accountId).execute()
    await office.aDayLater()
    expect(await office.me(parent)).toMatchObject({ phone, phoneChange: { state: 'failed' } })
    expect((await office.ask(parent, late)).statusCode).toBe(200)
  })

  test('the teacher of another group asks for nobody; one change at a time', async () => {
    const { parent, garden, teacher } = await office.mother()
    const other = await garden.teacher({ groups: [await garden.group('Чужая')] })
    expect((await office.start(other, parent.membershipId, newPhone())).statusCode).toBe(404)
    expect((await office.start(teacher, parent.membershipId, newPhone())).statusCode).toBe(200)
    expect((await office.start(teacher, parent.membershipId, newPhone())).json()).toMatchObject({
      code: 'phone-change-waiting',
    })
  })

  test('without SMS the new number is only typed, and an admin’s word makes it the account’s', async () => {
    const bare = await createWorld()
    const garden = await seedOrganization(bare)
    const teacher = await garden.teacher({ who: await bare.person({ phone: newPhone() }) })
    const codes = await office.post(teacher, '/api/me/phone-change/codes', { phone: newPhone(), old: 'sms' })
    expect(codes.json()).toMatchObject({ code: 'way-off' })
    const url = `/api/me/phone-changes/${randomUUID()}`
    const asked = await teacher.request({ method: 'PUT', url, payload: { phone: newPhone() } })
    expect(asked.json()).toMatchObject({ phoneChange: { state: 'requested', isByOwner: true } })
    await bare.close()
  })
})
