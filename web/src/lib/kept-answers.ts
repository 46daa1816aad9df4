import { hashKey, type QueryClient } from '@tanstack/react-query'
import { localData } from './local-data.ts'

/** Puts what was kept on this device into the cache, as old: it is shown at once and asked for again. */
export async function restoreKept(client: QueryClient): Promise<void> {
  for (const { key, value } of await localData.kept.toArray()) {
    const queryKey = JSON.parse(key) as unknown[]
    client.setQueryData(queryKey, value, { updatedAt: 1 })
    await client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' })
  }
}

/** Keeps the answers of queries marked `isKept`, some moments after they changed. */
export function keepAnswers(client: QueryClient): () => void {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const stop = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.query.meta?.isKept !== true) return
    const key = hashKey(event.query.queryKey as unknown[])
    if (waiting.has(key)) return
    const write = () => {
      waiting.delete(key)
      const value: unknown = event.query.state.data
      if (value === undefined || value === null) void localData.kept.delete(key)
      else void localData.kept.put({ key, value })
    }
    waiting.set(key, setTimeout(write, 300))
  })
  return () => {
    stop()
    for (const timer of waiting.values()) clearTimeout(timer)
  }
}
