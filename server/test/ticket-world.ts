import { randomUUID } from 'node:crypto'
import type { OwnTicket, Ticket, TicketPage, Waiting } from '@kolosok/contract'
import { expect } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createOutbox } from './outbox.ts'
import { createWorld, type World } from './world.ts'

export type Someone = Awaited<ReturnType<World['person']>>
type Asking = {
  desk?: 'organization' | 'platform'
  subject?: string
  text?: string
  fileIds?: string[]
  email?: string
}
type Saying = { kind?: 'message' | 'note'; text?: string; fileIds?: string[]; isSolved?: boolean }

/** A kindergarten with an administrator and a parent who asks; its clock can be put ahead. */
export async function createTicketWorld() {
  const time = { aheadMs: 0 }
  const outbox = createOutbox()
  const world = await createWorld({ clock: () => new Date(Date.now() + time.aheadMs), outbox })
  const put = (who: Someone, url: string, payload?: object) =>
    who.request({ method: 'PUT', url, ...(payload && { payload }) })

  return {
    world,
    time,
    outbox,
    put,
    async newGarden() {
      const garden = await seedOrganization(world)
      const childId = await garden.child('Ваня К.', await garden.group('Младшая'))
      const tryToAsk = (who: Someone, given: Asking = {}, id: string = randomUUID()) => {
        const { subject = 'Не вижу чат группы', text = 'Вчера был, сегодня пропал.', ...rest } = given
        const payload = { desk: 'organization', organizationId: garden.id, subject, text, ...rest }
        return put(who, `/api/tickets/${id}`, payload)
      }
      return {
        ...garden,
        newParent: (...given: Parameters<typeof garden.parent>) => garden.parent(...given),
        newAdmin: (who?: Someone) => garden.admin(who),
        parent: await garden.parent([childId]),
        admin: await garden.admin(),
        tryToAsk,
        ask: async (who: Someone, given: Asking = {}) => {
          const answer = await tryToAsk(who, given)
          expect(answer.statusCode, answer.body).toBe(200)
          return answer.json<Ticket>().id
        },
        queueOf: async (who: Someone, query: Record<string, string> = {}) =>
          (await who.request({ url: `/api/organizations/${garden.id}/tickets`, query })).json<TicketPage>(),
      }
    },
    say: (who: Someone, id: string, said: Saying, entryId: string = randomUUID()) =>
      put(who, `/api/tickets/${id}/entries/${entryId}`, { text: 'Понятно', ...said }),
    assign: (who: Someone, id: string, from: string | null, to: string | null) =>
      put(who, `/api/tickets/${id}/assignee`, { from, to }),
    pass: (who: Someone, id: string, to: 'organization' | 'platform', word = 'Посмотрите, пожалуйста') =>
      put(who, `/api/tickets/${id}/passings/${randomUUID()}`, { to, word }),
    solve: (who: Someone, id: string) => put(who, `/api/tickets/${id}/solved`),
    look: async (who: Someone, id: string, query: Record<string, string> = {}) => {
      const answer = await who.request({ url: `/api/tickets/${id}`, query })
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json<Ticket>()
    },
    statusFor: async (who: Someone, id: string) => (await who.request({ url: `/api/tickets/${id}` })).statusCode,
    ownOf: async (who: Someone) =>
      (await who.request({ url: '/api/me/tickets' })).json<{ tickets: OwnTicket[] }>().tickets,
    operatorQueue: async (who: Someone, query: Record<string, string> = {}) =>
      (await who.request({ url: '/api/operator/tickets', query })).json<TicketPage>(),
    waitingFor: async (who: Someone) => (await who.request({ url: '/api/me/waiting' })).json<Waiting>(),
  }
}

export type TicketWorld = Awaited<ReturnType<typeof createTicketWorld>>
export type Garden = Awaited<ReturnType<TicketWorld['newGarden']>>
