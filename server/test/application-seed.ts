import { randomBytes } from 'node:crypto'
import type { ApplicationForm, ApplicationStatus, OperatorApplication } from '@kolosok/contract'
import { hashLink } from '#applications/link.ts'
import { readTestData } from './upload.ts'
import type { World } from './world.ts'

type Person = Awaited<ReturnType<World['person']>>

export const newApplicationToken = (): string => randomBytes(20).toString('base64url')

let lastInn = 540_400_000

/** Right to its check digit, and nobody else's. */
export function newInn(): string {
  const digits = String(++lastInn)
  const sum = [2, 4, 10, 3, 5, 9, 4, 6, 8].reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return digits + String((sum % 11) % 10)
}

export const kolosokForm: ApplicationForm = {
  organizationName: 'МБДОУ детский сад «Колосок»',
  kind: 'kindergarten',
  inn: '5404000005',
  address: 'Новосибирская область, с. Раздольное, ул. Школьная, 12',
  headName: 'Иванова Ольга Петровна',
  administratorName: 'Соколова Мария Сергеевна',
  email: 'sokolova@mail.example',
  phone: '8 913 900-00-17',
}

export const origin = { origin: 'https://kolosok.test' }

export async function putOrder(world: World, token: string, file = 'order.pdf', name = file) {
  return world.request({
    method: 'PUT',
    url: `/api/applications/${token}/order?name=${encodeURIComponent(name)}`,
    headers: { ...origin, 'content-type': 'application/octet-stream' },
    payload: await readTestData(file),
  })
}

export const submit = (world: World, token: string, form: Partial<ApplicationForm> = {}) =>
  world.request({
    method: 'PUT',
    url: `/api/applications/${token}`,
    headers: origin,
    payload: { ...kolosokForm, ...form },
  })

/** Applies with an order; the private link's token. */
export async function apply(world: World, form: Partial<ApplicationForm> = {}): Promise<string> {
  const token = newApplicationToken()
  await putOrder(world, token)
  const answer = await submit(world, token, form)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return token
}

/** What a letter has begun; the private link's token. */
export async function seedMailed(world: World): Promise<string> {
  const token = newApplicationToken()
  await world.db
    .insertInto('mailed_application')
    .values({ token_hash: hashLink(token), form: JSON.stringify(kolosokForm), other_files: [], at: new Date() })
    .execute()
  return token
}

export const statusOf = async (world: World, token: string): Promise<ApplicationStatus> =>
  (await world.request({ url: `/api/applications/${token}` })).json()

/** The application with this INN, as the operator sees it. */
export async function findByInn(operator: Person, inn: string, state = 'submitted'): Promise<OperatorApplication> {
  const list = await operator.request({ url: `/api/operator/applications?state=${state}&q=${inn}` })
  const { id } = list.json<{ applications: { id: string }[] }>().applications[0] ?? { id: '' }
  return (await operator.request({ url: `/api/operator/applications/${id}` })).json()
}

type Decision = 'approve' | 'return' | 'refuse'

export async function decide(operator: Person, inn: string, decision: Decision, reason?: string, state = 'submitted') {
  const { id, revision } = await findByInn(operator, inn, state)
  const url = `/api/operator/applications/${id}/${decision}`
  return operator.request({ method: 'POST', url, payload: { revision, ...(reason !== undefined && { reason }) } })
}
