import { type Endpoint, pathOf, problemBody } from '@kolosok/contract'
import { ApiProblem, type CallInput, NoConnection } from './api.ts'

/** Has a file made from what is sent, and hands it to the browser to keep under this name. */
export async function download<E extends Endpoint>(endpoint: E, input: CallInput<E>, name: string): Promise<void> {
  const { params, body } = input as { params?: Record<string, string>; body?: unknown }
  const response = await fetch(pathOf(endpoint, params), {
    method: endpoint.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new NoConnection('The server can not be reached', { cause: error })
  })
  if (!response.ok) throw new ApiProblem(problemBody.parse(await response.json()))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
