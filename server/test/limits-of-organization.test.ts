import { randomUUID } from 'node:crypto'
import { MAX_CONSENT_PURPOSES, MAX_INCIDENTS, MAX_LOCAL_ACTS } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatPerson, type ChatWorld, createChatWorld } from './chat-world.ts'
import { leakOf, photosOf } from './walk/personal-data-things.ts'

let world: ChatWorld
let admin: ChatPerson
beforeAll(async () => {
  world = await createChatWorld()
  admin = await world.person({ isAdmin: true })
})
afterAll(() => world.close())

const put = async (url: string, payload: object) =>
  (await admin.request({ method: 'PUT', url, payload })).json<{ code?: string }>().code

test('an organization asks for so many consents, and no more', async () => {
  const { organizationId: id } = world
  const first = randomUUID()
  expect(await put(`/api/organizations/${id}/consent-purposes/${first}`, photosOf)).toBeUndefined()
  await sql`
    insert into consent_purpose (id, organization_id, template, asks, version, created_at, closed_at)
    select gen_random_uuid(), organization_id, template, asks, version, created_at, now()
    from consent_purpose, generate_series(1, ${MAX_CONSENT_PURPOSES}::int) where id = ${first}`.execute(world.db)
  await sql`update consent_purpose set closed_at = now() where id = ${first}`.execute(world.db)
  expect(await put(`/api/organizations/${id}/consent-purposes/${randomUUID()}`, photosOf)).toBe('too-many-consents')
})

test('it keeps so many documents, and a retry of what is there is no new one', async () => {
  const { organizationId: id } = world
  const [localActId, editionId] = [randomUUID(), randomUUID()]
  const begin = (of: string, first: string) =>
    put(`/api/organizations/${id}/local-acts/${of}`, { editionId: first, template: 'use-regulation' })
  expect(await begin(localActId, editionId)).toBeUndefined()
  await sql`
    insert into local_act (id, organization_id, kind)
    select gen_random_uuid(), ${id}, 'order' from generate_series(1, ${MAX_LOCAL_ACTS}::int)`.execute(world.db)
  expect(await begin(randomUUID(), randomUUID())).toBe('too-many-local-acts')
  expect(await begin(localActId, editionId)).toBeUndefined()
})

test('it writes down so many incidents; what is written can still be filled in', async () => {
  const { organizationId: id } = world
  const incidentId = randomUUID()
  expect(await put(`/api/incidents/${incidentId}`, leakOf(id))).toBeUndefined()
  await sql`
    insert into incident
    select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid()))).*
    from incident i, generate_series(1, ${MAX_INCIDENTS}::int) where i.id = ${incidentId}`.execute(world.db)
  expect(await put(`/api/incidents/${randomUUID()}`, leakOf(id))).toBe('too-many-incidents')
  expect(await put(`/api/incidents/${incidentId}`, { ...leakOf(id), cause: 'Опечатка', rev: 1 })).toBeUndefined()
})
