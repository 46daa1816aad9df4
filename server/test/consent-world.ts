import { randomUUID } from 'node:crypto'
import type { ConsentPurpose, ConsentUnit, OwnConsent } from '@kolosok/contract'
import { nameAccount, seedOrganization } from './organization-seed.ts'
import type { World } from './world.ts'

type Person = Pick<Awaited<ReturnType<World['person']>>, 'request' | 'accountId'>
export type ConsentGarden = Awaited<ReturnType<typeof createConsentGarden>>
export const photos = {
  template: 'child-photos',
  title: 'Фотографии в каналах',
  text: 'Снимки с утренников и прогулок.',
}

/** One group with two families; the office asks for photos. */
export async function createConsentGarden(world: World) {
  const organization = await seedOrganization(world)
  const admin = await organization.admin()
  const groupId = await organization.group('Младшая')
  const teacher = await organization.teacher({ groups: [groupId] })
  const [vanya, sonya] = [await organization.child('Ваня К.', groupId), await organization.child('Соня М.', groupId)]
  const mother = await organization.parent([vanya], 'мама Вани')
  const other = await organization.parent([sonya], 'мама Сони')
  await nameAccount(world, mother.accountId, ['Кузнецова', 'Елена'])
  await nameAccount(world, other.accountId, ['Миронова', 'Ольга'])
  const save = (who: Person, given: object = {}, id: string = randomUUID()) =>
    who.request({
      method: 'PUT',
      url: `/api/organizations/${organization.id}/consent-purposes/${id}`,
      payload: { ...photos, ...given },
    })
  const asked = async (given: object = {}) => (await save(admin, given)).json<ConsentPurpose>()
  return { ...organization, admin, teacher, groupId, vanya, sonya, mother, other, save, asked }
}

export const own = async (who: Person) =>
  (await who.request({ url: '/api/me/consents' })).json<{ consents: OwnConsent[] }>().consents
export const urlOf = (purposeId: string, unitId: string, id: string, kind = 'decisions') =>
  `/api/consent-purposes/${purposeId}/units/${unitId}/${kind}/${id}`
export const decide = (
  who: Person,
  consent: Pick<OwnConsent, 'purposeId' | 'unitId' | 'version' | 'decision'>,
  isGiven: boolean,
  id: string = randomUUID(),
) =>
  who.request({
    method: 'PUT',
    url: urlOf(consent.purposeId, consent.unitId, id),
    payload: { version: consent.version, isGiven, after: consent.decision?.id ?? null },
  })
export const first = async (who: Person): Promise<OwnConsent> => {
  const [consent] = await own(who)
  if (!consent) throw new Error('Nothing is asked')
  return consent
}
export const units = async (who: Person, id: string, state: string) =>
  (await who.request({ url: `/api/consent-purposes/${id}/units?state=${state}` })).json<{
    purpose: ConsentPurpose
    units: ConsentUnit[]
  }>()
export const waiting = async (who: Person) =>
  (await who.request({ url: '/api/me/waiting' })).json<{ consents: { count: number }[] }>().consents
