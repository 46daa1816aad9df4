/** How a guest's visit has ended. */
export type GuestOut = 'left' | 'ended' | 'over' | 'removed' | 'elsewhere' | 'unavailable'
