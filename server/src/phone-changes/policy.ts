import type { ProblemCode } from '@kolosok/contract'

export type PhoneChangeFacts = {
  /** Whose number it is, as the one who decides sees them. */
  readonly whose: 'member' | 'operator' | 'the-asker' | 'stranger'
  /** An operator decides for anybody; an admin or the head for the own organization. */
  readonly by: 'operator' | 'office'
  /** Whoever decides has asked for it in that person's name. */
  readonly hasAsked: boolean
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

export const phoneChangePolicy = {
  agree: whileOpen,
  /** At once, without the day in which the owner can object: never by one and the same hand from beginning to end. */
  agreeInPerson(facts: PhoneChangeFacts): PhoneChangeVerdict {
    const verdict = whileOpen(facts)
    return verdict === 'allow' && facts.hasAsked ? 'forbidden' : verdict
  },
  refuse: whileOpen,
} as const

export type PhoneChangeAction = keyof typeof phoneChangePolicy
