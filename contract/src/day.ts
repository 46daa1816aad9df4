import { z } from 'zod'

/** A day of the calendar as people mean it: not the year 0000, which a database does not know. */
export const givenDay = z.iso.date().refine((day) => day >= '1900-01-01', { params: { code: 'not-a-day' } })
