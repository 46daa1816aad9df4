import { identityEndpoints } from '@kolosok/contract'
import type { QueryClient } from '@tanstack/react-query'
import { call, isProblem } from '#lib/api.ts'
import { forgetKept } from '#lib/kept-answers.ts'
import { meQuery } from '#lib/me.ts'

/** Takes away everything this device remembers of the account that was here. */
export async function forgetEverything(client: QueryClient): Promise<void> {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' || queryKey.length > 1 })
  await wipe()
}

async function wipe(): Promise<void> {
  const { wipeLocalData } = await import('#lib/local-data.ts')
  await Promise.all([wipeLocalData(), forgetKept()])
}

/** Ends the session at the server first: without that, signing out would only look like it. */
export async function signOut(client: QueryClient): Promise<void> {
  await call(identityEndpoints.signOut, {}).catch((error: unknown) => {
    if (!isProblem(error, 'not-signed-in')) throw error
  })
  await wipe()
  client.setQueryData(meQuery().queryKey, null)
}
