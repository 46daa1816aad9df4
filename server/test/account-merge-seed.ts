import { randomUUID } from 'node:crypto'
import type { AccountId, Me, MergePreview } from '@kolosok/contract'
import { seedOrganization } from './organization-seed.ts'
import { newPhone } from './phone-change-seed.ts'
import type { createSignInWorld } from './sign-in-world.ts'
import type { World } from './world.ts'

type SignInWorld = Awaited<ReturnType<typeof createSignInWorld>>
export type Someone = Awaited<ReturnType<World['person']>> & { readonly phone: string }

/** People with two accounts, and the codes that prove it. */
export function createMergeOffice(world: SignInWorld) {
  async function person(names: { family?: string; given?: string; isOperator?: boolean } = {}): Promise<Someone> {
    const { family = 'Кузнецова', given = 'Елена', isOperator = false } = names
    const phone = newPhone()
    const who = await world.person({ phone, givenName: given, isOperator })
    await world.db.updateTable('account').where('id', '=', who.accountId).set({ family_name: family }).execute()
    return { ...who, phone }
  }

  async function sendCodes(by: Someone, phone: string, way: 'sms' | 'email' | 'personal-code' = 'sms', email?: string) {
    world.later(2) // Another code may be asked for.
    const payload = { phone, way, ...(email && { email }) }
    const answer = await by.request({ method: 'POST', url: '/api/me/account-merges/codes', payload })
    await world.runJobs()
    return answer.json<{ own: { handle: string } | null; other: { handle: string } | null }>()
  }

  /** Both codes, as they came to both phones. */
  async function prove(by: Someone, other: { readonly phone: string }) {
    const sent = await sendCodes(by, other.phone)
    return {
      phone: other.phone,
      own: { handle: sent.own?.handle ?? '', code: world.codeAt(by.phone) },
      other: { handle: sent.other?.handle ?? '', code: world.codeAt(other.phone) },
    }
  }

  const preview = async (by: Someone, proof: object) =>
    by.request({ method: 'POST', url: '/api/me/account-merges/preview', payload: proof })
  const put = (by: Someone, proof: object, id: string = randomUUID()) =>
    by.request({ method: 'PUT', url: `/api/me/account-merges/${id}`, payload: proof })
  const merge = async (by: Someone, other: Someone) => put(by, await prove(by, other))
  const me = async (who: Someone) => (await who.request({ url: '/api/me' })).json<Me>()
  const told = async (by: Someone, other: Someone) =>
    (await preview(by, await prove(by, other))).json<MergePreview & { code?: string }>()

  const count = async (table: string, column: string, accountId: AccountId): Promise<number> => {
    const rows = await world.db
      .selectFrom(table as 'account')
      .where(column as 'id', '=', accountId)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(rows.count)
  }
  /** One mother, twice in one kindergarten: by an old number for Ваня, by a new one for Маша. */
  async function twice() {
    const garden = await seedOrganization(world)
    const [one, other] = [await person(), await person()]
    const [gnomes, stars] = [await garden.group('Гномики'), await garden.group('Звёздочки')]
    const [vanya, masha] = [await garden.child('Ваня', gnomes), await garden.child('Маша', stars)]
    const kept = await garden.parent([vanya], 'мама Вани', one)
    const ended = await garden.parent([masha], 'мама Маши', other)
    return { garden, one, other, gnomes, stars, vanya, masha, kept, ended, admin: await garden.admin() }
  }

  return { twice, person, sendCodes, prove, preview, put, merge, me, told, count }
}
