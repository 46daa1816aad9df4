import type { Logger } from 'pino'

const ROUND_MS = 1_000

export type Keeper = { readonly stop: () => Promise<void> }

/** One round after another until stopped; each learns whether it should make an end. */
export function startRounds(log: Logger, what: string, round: (isStopping: () => boolean) => Promise<void>): Keeper {
  let underWay: Promise<void> | undefined
  let isStopping = false
  const timer = setInterval(() => {
    underWay ??= round(() => isStopping)
      .catch((error: unknown) => {
        log.warn({ err: error }, `a round of the ${what} failed; the next one tries again`)
      })
      .finally(() => (underWay = undefined))
  }, ROUND_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      isStopping = true
      await underWay
    },
  }
}
