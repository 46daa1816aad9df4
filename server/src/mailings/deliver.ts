import type { DeliveryReason, MailingId } from '@kolosok/contract'
import { getInvitationRow, getSender, linkOf, listManagers } from '#invitations/index.ts'
import { publishStale } from '#platform/bus.ts'
import type { Context } from '#platform/context.ts'
import { SendFailure } from '#platform/send-failure.ts'
import {
  type MailingFactsToSend,
  type Outcome,
  postpone,
  settleDelivery,
  type TakenDelivery,
} from './delivery.store.ts'
import { letterTo, smsTo } from './messages.ts'

const MINUTE = 60 * 1000
const MOST_ATTEMPTS = 5
const PATIENCE = 24 * 60 * MINUTE
/** However often quiet hours come in between. */
const LONGEST_PATIENCE = 4 * PATIENCE

type Sending = MailingFactsToSend & { readonly id: MailingId }

/** Sends one and writes down what came of it; when nothing goes out that way at the moment, the others wait too. */
export async function deliver(context: Context, mailing: Sending, taken: TakenDelivery): Promise<void> {
  const outcome = await attempt(context, mailing, taken)
  await settleDelivery(context.db, { id: mailing.id, place: taken.place }, outcome, context.clock())
  if (outcome.state === 'waiting' && outcome.reason === 'unreachable') {
    await postpone(context.db, { id: mailing.id, way: taken.way }, outcome.dueAt)
  }
}

async function attempt(context: Context, mailing: Sending, taken: TakenDelivery): Promise<Outcome> {
  const { mail, sms, clock, db } = context
  const way = taken.way === 'email' ? mail : sms
  if (!way.isOn) return { state: 'failed', reason: 'way-off' }
  const invitation = await getInvitationRow(db, taken.invitationId, clock())
  if (invitation.state !== 'open') return { state: 'stopped', reason: 'invitation-over' }
  const { name, timeZone } = await getSender(db, mailing.organizationId)
  const words = {
    organization: name,
    timeZone,
    groups: invitation.groups.map((group) => group.name),
    kind: invitation.kind,
    url: linkOf(context, invitation.id),
    until: invitation.expiresAt,
  }
  try {
    if (taken.way === 'email') await mail.deliver(letterTo(taken.address, words))
    else await sms.deliver({ phone: taken.address, text: smsTo(words) })
    return { state: 'sent' }
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    return afterFailure(error, mailing, taken, clock())
  }
}

function afterFailure(
  { kind }: SendFailure,
  { createdAt, startsAt }: Sending,
  { attempts }: TakenDelivery,
  now: Date,
): Outcome {
  const reason: DeliveryReason = kind === 'unreachable' ? 'unreachable' : 'refused'
  const isHopeless =
    kind === 'refused' ||
    (kind === 'later' && attempts >= MOST_ATTEMPTS) ||
    now.getTime() - (startsAt ?? createdAt).getTime() > PATIENCE ||
    now.getTime() - createdAt.getTime() > LONGEST_PATIENCE
  if (isHopeless) return { state: 'failed', reason }
  const waitMs = kind === 'unreachable' ? 2 * MINUTE : 2 ** attempts * MINUTE
  return { state: 'waiting', reason, dueAt: new Date(now.getTime() + waitMs), isCounted: kind === 'later' }
}

/** Open screens hear how far it has come. */
export async function tellProgress({ db, bus }: Context, mailing: MailingFactsToSend): Promise<void> {
  const managers = await listManagers(db, mailing.organizationId, [])
  publishStale(bus, [...new Set([...managers, mailing.createdBy])], 'invitations')
}
