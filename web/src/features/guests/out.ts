/** How a guest's visit has ended. */
export type GuestOut = 'left' | 'over' | 'removed' | 'elsewhere' | 'unavailable'
