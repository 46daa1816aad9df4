import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { RecordingId } from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { findFfmpeg, hasClient } from './ffmpeg.ts'
import { nextPart } from './folder.ts'
import type { Order, ToRecorder } from './recorder/messages.ts'

const PROGRAM = fileURLToPath(new URL('./recorder/main.ts', import.meta.url))
const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** Whoever ran this long has recovered: the next pause is short again. */
const STEADY_MS = 60_000
/** Longer than a recorder takes to make its own end. */
const LONGEST_END_MS = 25_000

export type Recorders = ReturnType<typeof createRecorders>

/** The processes that record, one for each room. They end with this server, and what they wrote stays. */
export function createRecorders(context: Pick<Context, 'config' | 'clock' | 'log'>) {
  const running = new Map<RecordingId, ChildProcess>()
  const pauses = new Map<RecordingId, { readonly untilMs: number; readonly ms: number }>()
  const ending = new WeakMap<ChildProcess, Promise<void>>()
  /** As many as the machine can do beside its calls. */
  const most = context.config.RECORDINGS_AT_ONCE ?? Math.max(1, Math.floor(availableParallelism() / 2))
  const ffmpeg = findFfmpeg(context.config.searchPath)
  const isAvailable = ffmpeg.then((program) => most > 0 && program !== undefined && hasClient())

  /** One that ends by itself begins again after a pause that grows: a room that is gone, a machine out of breath. */
  function ended(id: RecordingId, child: ChildProcess, startedMs: number): void {
    if (running.get(id) !== child) return
    running.delete(id)
    const before = Date.now() - startedMs > STEADY_MS ? undefined : pauses.get(id)
    const ms = before ? Math.min(before.ms * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS
    pauses.set(id, { ms, untilMs: Date.now() + ms })
  }

  function halt(id: RecordingId): void {
    pauses.delete(id)
    const child = running.get(id)
    if (!child || ending.has(child)) return
    if (child.connected) child.send({ type: 'stop' } satisfies ToRecorder)
    ending.set(child, end(child))
  }

  return {
    most,
    ffmpeg,
    isAvailable: (): Promise<boolean> => isAvailable,
    running: (): RecordingId[] => [...running.keys()],
    isRunning: (id: RecordingId): boolean => running.has(id),
    isPausing: (id: RecordingId): boolean => Date.now() < (pauses.get(id)?.untilMs ?? 0),
    pid: (id: RecordingId): number | undefined => running.get(id)?.pid,

    async start(id: RecordingId, pass: Pick<Order, 'url' | 'token'>): Promise<void> {
      const program = await ffmpeg
      if (program === undefined || running.has(id)) return
      const file = await nextPart(context, id, new Date())
      const child = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
      const startedMs = Date.now()
      running.set(id, child)
      child.stderr?.on('data', (said: Buffer) => {
        context.log.warn({ recording: id }, said.toString().trim())
      })
      child.once('error', (error) => {
        context.log.error({ err: error }, 'a recorder does not start')
        ended(id, child, startedMs)
      })
      child.once('exit', () => {
        ended(id, child, startedMs)
      })
      child.send({ type: 'record', order: { ...pass, file, ffmpeg: program } } satisfies ToRecorder)
    },

    /** Nothing more is recorded from this moment on; what was is written out in the next. */
    halt,

    async stop(): Promise<void> {
      const all = [...running.entries()]
      for (const [id] of all) halt(id)
      await Promise.all(all.map(([, child]) => ending.get(child) ?? Promise.resolve()))
    },
  }
}

/** Whoever hangs would keep its recording from being finished. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise<unknown>((resolve) => child.once('exit', resolve).once('error', resolve))
  const insist = setTimeout(() => child.kill('SIGKILL'), LONGEST_END_MS)
  await exited
  clearTimeout(insist)
}
