import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClaims } from '#applications/index.ts'
import { createFiles } from '#files/index.ts'
import { transact } from '#platform/db.ts'
import { apply, decide, findByInn, newInn, submit } from './application-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let operator: Awaited<ReturnType<World['person']>>
beforeAll(async () => {
  world = await createWorld()
  operator = await world.person({ isOperator: true })
})
afterAll(() => world.close())

/** Somebody signs in for the first time; what they belong to then. */
async function enter(phone: string | null, more: { isPhoneVerified?: boolean; email?: string } = {}) {
  const { accountId, sessionId } = await world.person({ givenName: '' })
  const actor = { accountId, sessionId, isOperator: false }
  const { isPhoneVerified = true, email = null } = more
  const claims = createClaims({ ...createFiles(world.context), structure: { changed: () => Promise.resolve() } })
  await transact(world.db, (tx, afterCommit) =>
    claims.entered(
      tx,
      { actor, accountId, phone, isPhoneVerified, email, isEmailVerified: email !== null },
      afterCommit,
    ),
  )
  return world.db.selectFrom('membership').selectAll().where('account_id', '=', accountId).execute()
}

test('the administrator is exactly the number of the approved application, once; any other gets nothing', async () => {
  const inn = newInn()
  await apply(world, { inn, phone: '+7 913 900-11-22', email: 'own@mail.example' })
  expect(await enter('+79139001122')).toEqual([])

  await decide(operator, inn, 'approve')
  expect(await enter('+79139001123')).toEqual([])
  expect(await enter('+79139001122', { isPhoneVerified: false })).toEqual([])
  expect(await enter('+79139001122', { isPhoneVerified: false, email: 'other@mail.example' })).toEqual([])
  expect(await enter('+79139001122')).toMatchObject([{ role: 'teacher', is_admin: true }])
  expect(await enter('+79139001122')).toEqual([])
  expect(await findByInn(operator, inn, 'approved')).toMatchObject({ isClaimed: true, abilities: { return: false } })
})

test('without SMS the administrator is the number together with the address of the application', async () => {
  const inn = newInn()
  await apply(world, { inn, phone: '+7 913 900-33-44', email: 'mine@mail.example' })
  await decide(operator, inn, 'approve')

  expect(await enter('+79139003344', { isPhoneVerified: false, email: 'mine@mail.example' })).toHaveLength(1)
})

test('a wrong number found after approval is corrected through a returned application', async () => {
  const inn = newInn()
  const form = { inn, phone: '+7 913 900-55-55', email: 'wrong@mail.example' }
  const token = await apply(world, form)
  await decide(operator, inn, 'approve')
  await decide(operator, inn, 'return', 'Номер не отвечает', 'approved')
  expect(await enter('+79139005555')).toEqual([])

  await submit(world, token, { ...form, phone: '+7 913 900-66-66' })
  await decide(operator, inn, 'approve')
  expect(await enter('+79139005555')).toEqual([])
  expect(await enter('+79139006666')).toHaveLength(1)
  expect(await world.db.selectFrom('organization').select('id').where('inn', '=', inn).execute()).toHaveLength(1)
})
