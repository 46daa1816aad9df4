import { type ChildProcess, spawn } from 'node:child_process'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { isAlive } from './processes.ts'
import { type Program, supervise } from './supervisor.ts'

const log = pino({ level: 'silent' })

/** Starts sleepers; `hold` makes the next start wait for what it gives. */
function sleepers() {
  const children: ChildProcess[] = []
  let spawned = 0
  let waiting: Promise<unknown> = Promise.resolve()
  const program: Program = {
    name: 'sleeper',
    stopSignal: 'SIGKILL',
    ready: () => Promise.resolve(),
    async spawn() {
      spawned += 1
      await waiting
      const child = spawn('sleep', ['60'])
      children.push(child)
      return child
    },
  }
  return {
    program,
    children,
    spawned: () => spawned,
    hold: (until: Promise<unknown>) => {
      waiting = until
    },
  }
}

test('stopped while it starts its program again, it leaves none behind', async () => {
  const { program, children, spawned, hold } = sleepers()
  const supervised = await supervise(program, log)
  const door = Promise.withResolvers<undefined>()
  hold(door.promise)
  children[0]?.kill('SIGKILL')
  await vi.waitFor(() => {
    expect(spawned()).toBe(2)
  })

  const stopped = supervised.stop()
  door.resolve(undefined)
  await stopped

  expect(children.map(({ pid = 0 }) => isAlive(pid))).toEqual([false, false])
  expect(supervised.isRunning()).toBe(false)
})

test('a start that fails is tried again', async () => {
  const { program, children, spawned, hold } = sleepers()
  const supervised = await supervise(program, log)
  const failed = Promise.reject(new Error('no room on the disk'))
  failed.catch(() => undefined)
  hold(failed)
  children[0]?.kill('SIGKILL')
  await vi.waitFor(() => {
    expect(spawned()).toBe(2)
  })
  hold(Promise.resolve())

  await vi.waitFor(
    () => {
      expect(supervised.isRunning()).toBe(true)
    },
    { timeout: 5_000 },
  )
  await supervised.stop()
})
