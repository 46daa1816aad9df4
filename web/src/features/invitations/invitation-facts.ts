import { type Delivery, EXPIRING_DAYS, type Invitation, type TakenInvitation } from '@kolosok/contract'
import { formatDay } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import type { Tone } from '#ui/state-badge.tsx'
import { t } from './texts.ts'

/** For whom it is. */
export function titleOf({ chat, child, invitee, position }: TakenInvitation): string {
  if (chat) return t('for.chat', { chat: chat.title })
  if (child) return t('for.child', { name: child.name })
  if (invitee !== null) return position === '' ? invitee : `${invitee}, ${position}`
  return position === '' ? t('for.staff') : t('for.staff.position', { position })
}

export const groupsOf = ({ kind, groups }: TakenInvitation): string =>
  kind === 'staff' && groups.length === 0 ? t('staff-group') : groups.map(({ name }) => name).join(', ')

const DAY_MS = 86_400_000
const tones = { spent: 'quiet', expired: 'quiet', revoked: 'bad' } as const

/** How it stands in a word: an open one also tells whether it will be over soon, or nobody has come in by it. */
export function standingOf(
  { state, uses, expiresAt }: TakenInvitation,
  now = Date.now(),
): { tone: Tone; text: string } {
  if (state !== 'open') return { tone: tones[state], text: t(`state.${state}`) }
  if (Date.parse(expiresAt) - now <= EXPIRING_DAYS * DAY_MS) return { tone: 'waiting', text: t('state.expiring') }
  return uses === 0 ? { tone: 'quiet', text: t('state.unclaimed') } : { tone: 'good', text: t('state.open') }
}

/** Who came in by it, and when; what is kept must not say «сегодня». */
export const usersOf = ({ usedBy }: TakenInvitation, dayOf = formatDay): string[] =>
  usedBy.map(({ name, label, at }) => t('used-by', { name, label: label === '' ? '' : ` (${label})`, date: dayOf(at) }))

const nameOf = ({ way, address }: Delivery) => (way === 'sms' ? formatPhone(address) : address)

/** Where it was sent and whether it got there. */
export const deliveriesOf = ({ deliveries }: Invitation): { text: string; hasFailed: boolean }[] =>
  deliveries
    .filter(({ state }) => state !== 'stopped')
    .map((delivery) => ({
      text: t(`delivery.${delivery.state as 'waiting' | 'sent' | 'failed'}`, {
        address: nameOf(delivery),
        date: formatDay(delivery.at),
      }),
      hasFailed: delivery.state === 'failed',
    }))

/** The addresses it went to, once each: what sending again begins with. */
export const addressesOf = ({ deliveries }: Invitation): string[] => [...new Set(deliveries.map(nameOf))]
