import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connectDb } from '../server/src/platform/db.ts'
import { readSecrets } from '../server/src/platform/secrets.ts'
import { seedRoom } from '../server/test/process-seed.ts'
import type { Command, Load } from './load.ts'

/** What the process that makes the load has to say to that. */
export async function ask(load: ChildProcess, message: { load: Load } | { command: Command }): Promise<unknown> {
  load.send(message)
  return ((await once(load, 'message')) as unknown[])[0]
}

type Installation = { readonly url: string; readonly dataFolder: string }

/** Chats with signed-in members, for a server that runs already. */
export async function seedChats(
  { url, dataFolder }: Installation,
  { chats: count, members }: { readonly chats: number; readonly members: number },
): Promise<Load['chats']> {
  const db = connectDb(url)
  const secrets = await readSecrets(dataFolder)
  const chats: { id: string; cookies: string[] }[] = []
  for (let i = 0; i < count; i += 1) {
    const { chatId, people } = await seedRoom({ db, secrets }, members)
    chats.push({ id: chatId, cookies: people.map((person) => person.cookie) })
  }
  await db.destroy()
  return chats
}
