import { type AccountId, type Call, quietUntil, RING_MS } from '@kolosok/contract'
import { stateOf } from './access.ts'
import { abilitiesIn, doorOf } from './policy.ts'
import type { CallView } from './view.store.ts'

type Reading = { readonly reader: AccountId; readonly now: Date; readonly canRecord: boolean }

export function presentCall(view: CallView, { reader, now, canRecord }: Reading): Call {
  const state = stateOf(view)
  const facts = { ...view, state, isStarter: view.startedBy === reader }
  const abilities = abilitiesIn(facts)
  return {
    id: view.id,
    chatId: view.chatId,
    chatKind: view.chatKind,
    title: view.title,
    state,
    startedAt: (view.answeredAt ?? view.startedAt).toISOString(),
    endedAt: view.endedAt?.toISOString() ?? null,
    outcome: view.outcome,
    startedBy: { accountId: view.startedBy, name: view.starterName, label: view.starterLabel },
    present: view.present,
    participants: view.participants,
    ring: ringFor(facts, now),
    ringUntil: ringUntil(view.startedAt).toISOString(),
    door: doorOf(facts),
    waiting: view.waiting,
    isRecorded: view.isRecorded,
    isRemoved: view.isRemoved,
    abilities: { ...abilities, record: abilities.record && canRecord },
  }
}

export const ringUntil = (startedAt: Date): Date => new Date(startedAt.getTime() + RING_MS)

type Shown = 'chatKind' | 'startedAt' | 'isMuted' | 'hasAnswered' | 'isRemoved' | 'quietHours' | 'timeZone'
type Ringing = Pick<CallView, Shown> & {
  readonly state: Call['state']
  readonly isStarter: boolean
}

/** A direct call rings aloud until answered; a group's softly. A muted chat makes less of it, quiet hours no sound. */
function ringFor(call: Ringing, now: Date): Call['ring'] {
  if (call.state === 'ended' || call.isStarter || call.hasAnswered || call.isRemoved) return 'none'
  if (now >= ringUntil(call.startedAt)) return 'none'
  const isQuiet = quietUntil(call, now) !== null
  if (call.chatKind === 'group') return call.isMuted || isQuiet ? 'none' : 'soft'
  if (call.state !== 'ringing') return 'none'
  if (isQuiet) return 'silent'
  return call.isMuted ? 'soft' : 'loud'
}
