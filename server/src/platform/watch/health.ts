import { access, constants } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

type Part = { readonly isReady: boolean; readonly reason?: string }

/** For whoever watches over the installation: is it alive, and which part is not ready. */
export function healthRoutes(app: FastifyInstance, context: Context): void {
  app.get('/healthz', () => ({ status: 'alive' }))
  app.get('/readyz', async (_, reply) => {
    const [database, files] = await Promise.all([findDatabase(context), findFiles(context)])
    const state = context.livekit.state()
    const media: Part = state.isAvailable ? { isReady: true } : { isReady: false, reason: state.reason }
    // Without calls everything else goes on.
    const isReady = database.isReady && files.isReady
    return reply.status(isReady ? 200 : 503).send({ isReady, parts: { database, files, media } })
  })
}

const PATIENCE_MS = 3_000

function findDatabase({ db }: Context): Promise<Part> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS, new Error('late')).unref())
  return Promise.race([sql`select 1`.execute(db), late]).then(
    () => ({ isReady: true }),
    () => ({ isReady: false, reason: 'unreachable' }),
  )
}

function findFiles({ config }: Context): Promise<Part> {
  return access(config.dataFolder, constants.R_OK | constants.W_OK).then(
    () => ({ isReady: true }),
    () => ({ isReady: false, reason: 'not-writable' }),
  )
}
