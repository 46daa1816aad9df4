import { StartProblem } from '../start-problem.ts'

type Close = () => unknown

export type Life = {
  /** What has to be closed at the end, last opened first. */
  readonly opened: (close: Close) => void
  /** Runs the start step by step. A signal in between waits for the step that is under way. */
  readonly begin: (start: () => Promise<void>) => Promise<void>
  /** The work is done: ends as a signal would. */
  readonly stop: () => void
}

/** From the start of the server to its end: by a signal, or because the start fails. */
export function createLife(): Life {
  const closers: Close[] = []
  const state = { isUp: false, isAskedToStop: false, isClosing: false, isTold: false }

  async function close(exitCode: number): Promise<void> {
    if (state.isClosing) return
    state.isClosing = true
    for (const each of closers.reverse()) await Promise.race([settle(each), deadline()])
    if (state.isTold && exitCode === 0) console.log('\n  Остановлено.\n')
    process.exit(exitCode)
  }

  function stop(): void {
    state.isAskedToStop = true
    if (state.isUp) void close(0)
  }
  // A terminal sends Ctrl+C to the whole group, and whoever started us passes it on: it may come twice.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      state.isTold = true
      stop()
    })
  }

  return {
    opened(closer) {
      closers.push(closer)
      if (state.isAskedToStop) throw new Stopped()
    },
    stop,
    async begin(start) {
      try {
        await start()
        state.isUp = true
        if (state.isAskedToStop) await close(0)
      } catch (error) {
        if (!(error instanceof Stopped)) report(error)
        await close(error instanceof Stopped ? 0 : 1)
      }
    },
  }
}

class Stopped extends Error {}

/** Longer than any orderly end. What takes more hangs, and must not keep what stands below it from closing. */
const LONGEST_MS = 10_000

async function settle(close: Close): Promise<void> {
  try {
    await close()
  } catch (error) {
    report(error)
  }
}

const deadline = () => new Promise<void>((resolve) => setTimeout(resolve, LONGEST_MS))

/** One plain sentence for what whoever installs can mend; everything else is our own fault, with its stack. */
function report(error: unknown): void {
  console.error(error instanceof StartProblem ? `\n${error.message}\n` : error)
}
