import { z } from 'zod'

/** «07:00», by the clock of the place it is about. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
