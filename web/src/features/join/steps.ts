/** After signing in: who one is, and what one agrees to. */
export type Step = 'name' | 'consent' | 'paper'

export const readStep = (step: unknown): { step?: Step } =>
  step === 'name' || step === 'consent' || step === 'paper' ? { step } : {}
