import type { z } from 'zod'
import type { ProblemCode } from './problem.ts'

/** Who may call at all; what they may do with the thing itself is the door's business (`accessX`). */
export type Access = 'public' | 'account' | 'operator' | 'bot'

/** One HTTP operation. The server registers it, the client calls it; neither repeats it. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/api/${string}`
  readonly access: Access
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** `file`: bytes, sent as `application/octet-stream`. */
  readonly body?: z.ZodType | 'file'
  /** `file`: bytes with a type of their own, fetched by address rather than by `call`. */
  readonly response: z.ZodType | 'file'
  /** Problems a client must be ready to show, besides the ones any call can meet. */
  readonly problems: readonly ProblemCode[]
}

export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint
}

/** The address of an endpoint: its path with the parameters filled in. */
export function pathOf(endpoint: Endpoint, params: Record<string, string> = {}): string {
  return endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
