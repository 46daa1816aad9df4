import { lookOn, showNoise } from '../server/test/audience.ts'

export type Work =
  | { readonly type: 'stage'; readonly url: string; readonly token: string }
  | { readonly type: 'viewers'; readonly url: string; readonly tokens: readonly string[] }
  /** How many bytes all viewers here have received so far, and how many of them pictures. */
  | { readonly type: 'received' }
export type Received = { readonly bytes: number; readonly seeing: number }

const viewers: Awaited<ReturnType<typeof lookOn>>[] = []

async function countReceived(): Promise<Received> {
  const all = await Promise.all(viewers.map((received) => received()))
  return { bytes: all.reduce((sum, { bytes }) => sum + bytes, 0), seeing: all.filter((one) => one.isSeeing).length }
}

async function work(given: Work): Promise<Received | null> {
  if (given.type === 'received') return countReceived()
  if (given.type === 'stage') await showNoise(given.url, given.token)
  else for (const token of given.tokens) viewers.push(await lookOn(given.url, token))
  return null
}

process.on('message', (given: Work) => {
  void work(given).then((answer) => process.send?.(answer))
})
// Whoever measures is gone.
process.on('disconnect', () => process.exit())
