import { localData } from './local-data.ts'

/** What is being typed into a page, kept on this device until it is saved. */
export async function readKept<T>(key: string): Promise<T | null> {
  // A browser that keeps nothing (a private window) has nothing.
  const found = await localData.writings.get(key).catch(() => undefined)
  return (found?.value as T | undefined) ?? null
}

export async function keep(key: string, value: unknown): Promise<void> {
  await localData.writings.put({ key, value }).catch(() => undefined)
}

export async function forget(key: string): Promise<void> {
  await localData.writings.delete(key).catch(() => undefined)
}
