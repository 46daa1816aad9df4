import type { Role } from './roles.ts'
import type { Things } from './things.ts'

export type Input = {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: unknown
}

/** Who gets past the door of one endpoint, and how the others are refused. */
export type Row = {
  /** A call that would be in order if the caller may make it. */
  readonly call: (things: Things, role: Role) => Input
  /** These get past the door: neither 401 nor 403 nor 404. */
  readonly allowed: readonly Role[]
  /** These see the thing, and may not do this: 403. */
  readonly forbidden?: readonly Role[]
  /** Everybody else gets 404, word for word as for an id that does not exist; nobody gets 401. */
}
