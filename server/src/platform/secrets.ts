import { randomBytes } from 'node:crypto'
import { chmod, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const secrets = z.object({
  /** Keys the hashes of short codes, so that a stolen database does not give them away. */
  pepper: z.string().min(32),
  livekitApiKey: z.string().min(8),
  livekitApiSecret: z.string().min(32),
})
export type Secrets = Readonly<z.infer<typeof secrets>>

const random = (bytes: number) => randomBytes(bytes).toString('base64url')

/** New ones. There is no default anywhere. */
export const createSecrets = (): Secrets => ({
  pepper: random(32),
  livekitApiKey: `kolosok-${randomBytes(6).toString('hex')}`,
  livekitApiSecret: random(32),
})

/** Only a file that isn't there is a first start; one that can't be read must not be replaced. */
function orNone(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '{}'
  throw error
}

/** The secrets of the data folder: made at the first start, completed when a newer version needs more. */
export async function readSecrets(dataFolder: string): Promise<Secrets> {
  const file = join(dataFolder, 'secrets.json')
  const text = await readFile(file, 'utf8').catch(orNone)
  const known = secrets.partial().parse(JSON.parse(text))
  const all = secrets.parse({ ...createSecrets(), ...known })
  if (Object.keys(known).length < Object.keys(all).length) {
    await writeFile(`${file}.new`, JSON.stringify(all, null, 2), { mode: 0o600, flush: true })
    await rename(`${file}.new`, file)
  }
  await chmod(file, 0o600)
  return all
}
