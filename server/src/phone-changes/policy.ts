import type { ProblemCode } from '@kolosok/contract'

export type PhoneChangeFacts = {
  /** Whose number it is, as the one who decides sees them. */
  readonly whose: 'member' | 'operator' | 'the-asker' | 'stranger'
  /** An operator decides for anybody; an admin or the head for the own organization. */
  readonly by: 'operator' | 'office'
  readonly state: 'requested' | 'agreed' | 'done' | 'refused' | 'stopped' | 'failed'
}

export type PhoneChangeVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'phone-change-over'>

/** Nobody decides about an own number, and no organization about the account that runs the installation. */
function mayDecide({ whose, by }: PhoneChangeFacts): 'allow' | 'not-found' | 'forbidden' {
  if (whose === 'the-asker') return 'forbidden'
  if (by === 'operator') return 'allow'
  if (whose === 'stranger') return 'not-found'
  return whose === 'operator' ? 'forbidden' : 'allow'
}

const whileOpen = (facts: PhoneChangeFacts): PhoneChangeVerdict => {
  const verdict = mayDecide(facts)
  if (verdict !== 'allow') return verdict
  return facts.state === 'requested' || facts.state === 'agreed' ? 'allow' : 'phone-change-over'
}

export const phoneChangePolicy = { agree: whileOpen, refuse: whileOpen } as const

export type PhoneChangeAction = keyof typeof phoneChangePolicy
