import type { Logger } from 'pino'
import type { Bus } from './bus.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { LivekitAccess } from './livekit/access.ts'
import type { Mail } from './mail.ts'
import type { Secrets } from './secrets.ts'
import type { Sms } from './sms.ts'

/** What every service works with; made once, in `main.ts` or a test's world. */
export type Context = {
  readonly db: Db
  /** For what needs a connection of its own. */
  readonly databaseUrl: string
  readonly bus: Bus
  readonly clock: Clock
  /** `config.dataFolder` exists and is writable; each module keeps a folder of its own in it. */
  readonly config: Config
  readonly secrets: Secrets
  readonly livekit: LivekitAccess
  readonly mail: Mail
  readonly sms: Sms
  readonly log: Logger
}
