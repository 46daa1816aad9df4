import { randomUUID } from 'node:crypto'
import type { AgreedPhoneChange, Me, PhoneChange } from '@kolosok/contract'
import { type SeededOrganization, seedOrganization } from './organization-seed.ts'
import type { createSignInWorld } from './sign-in-world.ts'
import type { World } from './world.ts'

type SignInWorld = Awaited<ReturnType<typeof createSignInWorld>>
type Someone = Awaited<ReturnType<World['person']>>
let last = 1000
export const newPhone = () => `+7917555${String(++last)}`
export const DAY = 24 * 60

/** Somebody with a lost phone, and everything that they and those who decide can do about it. */
export function createPhoneOffice(world: SignInWorld) {
  const me = async (who: Someone) => (await who.request({ url: '/api/me' })).json<Me>()
  const post = (who: Someone, url: string, payload: object) => who.request({ method: 'POST', url, payload })
  const stop = async (who: Someone) =>
    who.request({ method: 'DELETE', url: `/api/me/phone-changes/${(await me(who)).phoneChange?.id ?? ''}` })

  /** Somebody with a proven number, and an address if wished, who brings a child to a kindergarten. */
  async function mother({ email = null, place }: { email?: string | null; place?: SeededOrganization } = {}) {
    const garden = place ?? (await seedOrganization(world))
    const phone = newPhone()
    const who = await world.person({ phone })
    await world.db.updateTable('account').set({ email }).where('id', '=', who.accountId).execute()
    const groupId = await garden.group(`Группа ${phone}`)
    const parent = await garden.parent([await garden.child('Ваня', groupId)], 'мама Вани', who)
    return { garden, phone, parent, admin: await garden.admin(), teacher: await garden.teacher({ groups: [groupId] }) }
  }

  async function sendCodes(who: Someone, phone: string, old: 'sms' | 'email' | 'none') {
    world.later(10) // Another code may be asked for.
    const answer = await post(who, '/api/me/phone-change/codes', { phone, old })
    await world.runJobs()
    return answer.json<{ new: { handle: string } | null; old: { handle: string } | null }>()
  }

  /** From a device that is signed in still; the new number proves itself. */
  async function ask(who: Someone, phone: string, id: string = randomUUID()) {
    const sent = await sendCodes(who, phone, 'none')
    const payload = { phone, handle: sent.new?.handle, code: world.codeAt(phone) }
    return who.request({ method: 'PUT', url: `/api/me/phone-changes/${id}`, payload })
  }

  const start = (by: Someone, membershipId: string, phone: string) =>
    by.request({
      method: 'PUT',
      url: `/api/memberships/${membershipId}/phone-changes/${randomUUID()}`,
      payload: { phone },
    })

  const listed = async (by: Someone, { id }: SeededOrganization) =>
    (await by.request({ url: `/api/organizations/${id}/phone-changes` })).json<{ changes: PhoneChange[] }>().changes

  async function decide(by: Someone, place: SeededOrganization, how: { isInPerson: boolean }) {
    const [change] = await listed(by, place)
    const url = `/api/organizations/${place.id}/phone-changes/${change?.id ?? randomUUID()}`
    const answer = await post(by, `${url}/agreement`, how)
    return { status: answer.statusCode, ...answer.json<AgreedPhoneChange & { code?: string }>() }
  }

  const comeBack = async (phone: string, code: string | null) =>
    world.post('/api/sign-in/personal-code', { phone, code: code ?? '' })

  async function aDayLater() {
    world.later(DAY + 1)
    await world.hurryJobs()
  }

  return { me, post, stop, mother, sendCodes, ask, start, listed, decide, comeBack, aDayLater }
}
