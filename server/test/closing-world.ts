import type { ClosingId, DataExportId, OwnMembership } from '@kolosok/contract'
import { newId } from '#platform/new-id.ts'
import { type ChatPerson, createChatWorld } from './chat-world.ts'
import { createOutbox } from './outbox.ts'

export type ClosingWorld = Awaited<ReturnType<typeof createClosingWorld>>

/** An organization without a head, which its administrator may close; an operator who looks on. */
export async function createClosingWorld() {
  const outbox = createOutbox()
  const world = await createChatWorld({ outbox })
  const { db, organizationId } = world
  const admin = await world.person({ isAdmin: true })
  const [anna, mother] = [await world.person(), await world.person({ role: 'parent' })]
  const operator = await world.outsider()
  await db.insertInto('operator').values({ account_id: operator.accountId }).execute()

  const of = (path: string) => `/api/organizations/${organizationId}${path}`
  const put = (person: ChatPerson, url: string, payload: object) => person.request({ method: 'PUT', url, payload })
  const findHolding = () =>
    db
      .selectFrom('closing')
      .where('organization_id', '=', organizationId)
      .where('reopened_at', 'is', null)
      .where('erased_at', 'is', null)
      .selectAll()
      .executeTakeFirst()

  return {
    ...world,
    outbox,
    admin,
    anna,
    mother,
    operator,
    of,
    put,
    findHolding,
    closeOrganization: (person = admin, id = newId<ClosingId>(), name = '«колосок» ') =>
      put(person, of(`/closings/${id}`), { name, dataExportId: newId<DataExportId>() }),
    async reopen(person = admin) {
      const id = (await findHolding())?.id ?? ''
      return person.request({ method: 'DELETE', url: of(`/closings/${id}`) })
    },
    async membershipOf(person: ChatPerson) {
      const answer = await person.request({ url: '/api/me/memberships' })
      return answer.json<{ memberships: OwnMembership[] }>().memberships[0]
    },
    /** Archives are asked for thrice a day at most. */
    forgetArchives: () => db.deleteFrom('data_export').where('organization_id', 'is not', null).execute(),
  }
}
