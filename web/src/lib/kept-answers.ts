import { hashKey, type Query, type QueryClient } from '@tanstack/react-query'

// A store of its own rather than a table of `local-data.ts`: the start needs it before anything else is loaded.
const DATABASE = 'kolosok-kept'
const STORE = 'answers'
const WRITE_AFTER_MS = 300

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('The browser keeps nothing'))
    }
  })
}

async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await settled(opening)
  const transaction = database.transaction(STORE, mode)
  transaction.addEventListener('complete', () => {
    database.close()
  })
  return transaction.objectStore(STORE)
}

async function readAll(): Promise<[IDBValidKey[], unknown[]]> {
  const store = await openStore('readonly')
  return Promise.all([settled(store.getAllKeys()), settled<unknown[]>(store.getAll())])
}

/** Puts what was kept on this device into the cache, as old: it is shown at once and asked for again. */
export async function restoreKept(client: QueryClient): Promise<void> {
  // A browser that keeps nothing (a private window) starts with nothing.
  const [keys, values] = await readAll().catch((): [IDBValidKey[], unknown[]] => [[], []])
  for (const [index, key] of keys.entries()) {
    if (typeof key !== 'string') continue
    const queryKey = JSON.parse(key) as unknown[]
    client.setQueryData(queryKey, values[index], { updatedAt: 1 })
    await client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' })
  }
}

async function keep(key: string, value: unknown): Promise<void> {
  const store = await openStore('readwrite')
  if (value === undefined || value === null) await settled(store.delete(key))
  else await settled(store.put(value, key))
}

export async function forgetKept(): Promise<void> {
  const store = await openStore('readwrite')
  await settled(store.clear())
}

/** Keeps the answers of queries marked `isKept`, some moments after they changed. */
export function keepAnswers(client: QueryClient): () => void {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  const consider = (query: Query) => {
    if (query.meta?.isKept !== true || query.state.data === undefined || query.state.isInvalidated) return
    const key = hashKey(query.queryKey)
    if (waiting.has(key)) return
    const write = () => {
      waiting.delete(key)
      keep(key, query.state.data).catch(() => undefined) // Then the next start without network shows less.
    }
    waiting.set(key, setTimeout(write, WRITE_AFTER_MS))
  }
  const cache = client.getQueryCache()
  for (const query of cache.getAll()) consider(query) // What let this account in has come before.
  const stop = cache.subscribe(({ type, query }) => {
    if (type === 'updated') consider(query as Query)
  })
  return () => {
    stop()
    for (const timer of waiting.values()) clearTimeout(timer)
  }
}
