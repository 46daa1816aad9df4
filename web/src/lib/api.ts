import { type Endpoint, pathOf, problemBody, type ProblemBody } from '@kolosok/contract'
import type { z } from 'zod'

type In<S> = S extends z.ZodType ? z.input<S> : never
type Given<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends z.ZodType
  ? { [P in K]: In<E[K]> }
  : unknown
export type CallInput<E extends Endpoint> = Given<E, 'params'> & Given<E, 'query'> & Given<E, 'body'>
type CallOutput<E extends Endpoint> = E['response'] extends z.ZodType ? z.output<E['response']> : never

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly body: ProblemBody
  constructor(body: ProblemBody) {
    super(body.detail ?? body.title)
    this.body = body
  }
}

/** The server could not be reached at all, or answered with something that is not ours. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection'
}

/** Calls a contract endpoint and checks the answer against it, so a drifting server fails loudly. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  signal?: AbortSignal,
): Promise<CallOutput<E>> {
  const { params, query, body } = input as {
    params?: Record<string, string>
    query?: Record<string, string | undefined>
    body?: unknown
  }
  const response = await fetch(pathOf(endpoint, params) + toSearch(query), {
    method: endpoint.method,
    ...(signal && { signal }),
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new NoConnection('The server can not be reached', { cause: error })
  })
  const json: unknown = await response.json().catch((error: unknown) => {
    throw new NoConnection('The answer is not ours', { cause: error })
  })
  if (!response.ok) throw new ApiProblem(problemBody.parse(json))
  if (endpoint.response === 'file') throw new TypeError('Files are fetched by their address')
  return endpoint.response.parse(json) as CallOutput<E>
}

function toSearch(query: Record<string, string | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length > 0 ? `?${String(new URLSearchParams(given))}` : ''
}

export const isProblem = (error: unknown, code: ProblemBody['code']): boolean =>
  error instanceof ApiProblem && error.body.code === code
