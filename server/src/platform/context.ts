import type { Logger } from 'pino'
import type { Bus } from './bus.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'

/** What every service works with; made once, in `main.ts` or a test's world. */
export type Context = {
  readonly db: Db
  readonly bus: Bus
  readonly clock: Clock
  readonly config: Config
  readonly log: Logger
}
