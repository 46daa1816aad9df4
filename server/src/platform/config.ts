import { z } from 'zod'

/** Every setting, with the sentence that `docs/operating.md` shows for it. */
export const settings = z.object({
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for the whole network'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port to listen on'),
  PUBLIC_URL: z.url().optional().describe('Where browsers reach the server, as printed on invitations and in letters'),
  DATABASE_URL: z.url().optional().describe('A PostgreSQL of your own; without it one is started in the data folder'),
})

export type Config = Readonly<z.output<typeof settings>> & { readonly publicUrl: string }

/** The only reader of the environment. Throws one readable list when something is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = settings.safeParse(env)
  if (!result.success) throw new Error(`Configuration:\n${z.prettifyError(result.error)}`)
  const publicUrl = result.data.PUBLIC_URL ?? `http://localhost:${String(result.data.PORT)}`
  return { ...result.data, publicUrl: new URL(publicUrl).origin }
}
