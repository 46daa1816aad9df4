import { randomUUID } from 'node:crypto'
import type { World } from '../world.ts'

/** Of the parent, who has lost their phone. */
export async function seedPhoneChange({ parent }: Record<'parent', Pick<World, 'request'>>) {
  const phoneChangeId = randomUUID()
  const phone = `+7916${String(Date.now()).slice(-7)}`
  await parent.request({ method: 'PUT', url: `/api/me/phone-changes/${phoneChangeId}`, payload: { phone } })
  return { phoneChangeId }
}
