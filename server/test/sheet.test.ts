import { writeFile } from 'node:fs/promises'
import { type Invitation, invitationEndpoints, pathOf } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKindergarten, type Kindergarten, tokenIn } from './joining-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
let garden: Kindergarten
beforeAll(async () => {
  world = await createWorld()
  garden = await createKindergarten(world)
})
afterAll(() => world.close())

type Codes = { invitationId: string; codes: string[] }[]
const children = [
  'Кузнецов Ваня',
  'Миронова Соня',
  'Лебедев Тимофей',
  'Ткач Анна',
  'Козлов Лев',
  'Ёлкина Эльвира',
  'Сидорова Полина',
  'Петров Пётр',
  'Орлов Марк',
  'Белова Дарья',
]

async function invitedGroup() {
  const group = await garden.group('Младшая', ...children)
  const teacher = await garden.staff({ leads: [group.id] })
  const url = pathOf(invitationEndpoints.inviteFamilies, { groupId: group.id })
  const answer = await teacher.request({ method: 'PUT', url, payload: {} })
  const { children: invited } = answer.json<{ children: { slipName: string; invitation: Invitation }[] }>()
  const post = (
    by: Pick<World, 'request'>,
    path: typeof invitationEndpoints.sheet | typeof invitationEndpoints.makeCodes,
    payload: object = {},
  ) => by.request({ method: 'POST', url: pathOf(path, { groupId: group.id }), payload })
  return { group, teacher, invited, post }
}

test('the sheet is a PDF of eight slips a page, ready to cut', async () => {
  const { teacher, post, invited } = await invitedGroup()
  const { codes } = (await post(teacher, invitationEndpoints.makeCodes)).json<{ codes: Codes }>()

  const answer = await post(teacher, invitationEndpoints.sheet, { codes })

  expect(answer.headers['content-type']).toBe('application/pdf')
  expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  expect(answer.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(invited.map(({ slipName }) => slipName)).toContain('Ваня К.')
  if (process.env.SHEET !== undefined) await writeFile(process.env.SHEET, answer.rawPayload)
})

test('the slips of all groups one may invite to are one PDF, each group on pages of its own', async () => {
  const { teacher } = await invitedGroup()
  await invitedGroup()
  const print = (by: Pick<World, 'request'>) =>
    by.request({ url: pathOf(invitationEndpoints.sheets, { organizationId: garden.id }) })
  const pagesOf = async (by: Pick<World, 'request'>) =>
    (await print(by)).rawPayload.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0

  // One group of ten children is the teacher's.
  expect(await pagesOf(teacher)).toBe(2)
  expect(await pagesOf(garden.admin)).toBeGreaterThanOrEqual(4)
  expect((await print(await world.person())).statusCode).toBe(404)
})

test('there is a code for each use left, and new ones end the old', async () => {
  const { teacher, post } = await invitedGroup()
  const make = async () => (await post(teacher, invitationEndpoints.makeCodes)).json<{ codes: Codes }>().codes

  const [first, second] = [await make(), await make()]

  expect(first.map(({ codes }) => codes.length)).toEqual(Array(children.length).fill(2))
  expect(new Set([...first, ...second].flatMap(({ codes }) => codes)).size).toBe(4 * children.length)
  const live = await world.db
    .selectFrom('personal_code')
    .where('invitation_id', '=', (first[0]?.invitationId ?? '') as never)
    .where('revoked_at', 'is', null)
    .select('id')
    .execute()
  expect(live).toHaveLength(2)
})

test('whoever may not invite to a group prints nothing of it', async () => {
  const { post } = await invitedGroup()
  const colleague = await garden.staff()
  const stranger = await world.person()

  const asked = [colleague, stranger].flatMap((by) => [
    post(by, invitationEndpoints.sheet),
    post(by, invitationEndpoints.makeCodes),
  ])

  expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual([403, 403, 404, 404])
})

test('with the link its codes are revoked', async () => {
  const { teacher, post, invited } = await invitedGroup()
  await post(teacher, invitationEndpoints.makeCodes)
  const invitation = invited[0]?.invitation
  if (!invitation) throw new Error('Nobody invited')

  const params = { organizationId: garden.id, invitationId: invitation.id }
  await teacher.request({ method: 'DELETE', url: pathOf(invitationEndpoints.revoke, params) })

  const live = world.db
    .selectFrom('personal_code')
    .where('invitation_id', '=', invitation.id)
    .where('revoked_at', 'is', null)
  expect(await live.selectAll().execute()).toEqual([])
  expect(tokenIn(invitation)).not.toBe('')
})
