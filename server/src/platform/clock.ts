/** The time is a parameter wherever a test must control it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
