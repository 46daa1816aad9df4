import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 30_000
/** Who ran this long has recovered: the next pause is short again. */
const STEADY_MS = 60_000

export type Program = {
  readonly name: string
  readonly spawn: () => Promise<ChildProcess>
  /** Resolves once it does its work; rejects when it ends before. */
  readonly ready: (child: ChildProcess) => Promise<void>
  readonly stopSignal: NodeJS.Signals
}

export type Supervised = {
  readonly isRunning: () => boolean
  readonly pid: () => number | undefined
  readonly stop: () => Promise<void>
}

/** Starts a program, and again after growing pauses whenever it ends. Rejects when the very first start fails. */
export async function supervise(program: Program, log: Logger): Promise<Supervised> {
  let child = await program.spawn()
  await program.ready(child)
  let isRunning = true
  const stopping = new AbortController()
  const isStopping = () => stopping.signal.aborted

  async function watch(): Promise<void> {
    let pause = FIRST_PAUSE_MS
    for (;;) {
      const startedAt = Date.now()
      await ended(child)
      isRunning = false
      if (isStopping()) return
      if (Date.now() - startedAt > STEADY_MS) pause = FIRST_PAUSE_MS
      log.warn({ program: program.name, pause }, 'ended, starts again')
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (isStopping()) return
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      try {
        child = await program.spawn()
        // Asked to stop in between, the one before was ended; this one nobody knows but us.
        if (isStopping()) await endChild(child, program.stopSignal)
        else await program.ready(child)
        isRunning = !isStopping()
      } catch (error) {
        log.error({ program: program.name, err: error }, 'does not start')
      }
    }
  }
  const watching = watch()

  return {
    isRunning: () => isRunning,
    pid: () => child.pid,
    async stop() {
      stopping.abort()
      await endChild(child, program.stopSignal)
      await watching
    },
  }
}

const hasEnded = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined

function ended(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve()
  return new Promise((resolve) =>
    child.once('exit', () => {
      resolve()
    }),
  )
}

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return
  child.kill(signal)
  const insist = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended(child)
  clearTimeout(insist)
}
