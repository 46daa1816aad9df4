import type { FromRecorder, ToRecorder } from './messages.ts'
import { record } from './record.ts'

/** A native call may hang; whoever waits for us must not. */
const LONGEST_END_MS = 20_000

const stopping = new AbortController()

function end(): void {
  stopping.abort()
  setTimeout(() => process.exit(1), LONGEST_END_MS).unref()
}

function begin(order: Extract<ToRecorder, { type: 'record' }>['order']): void {
  const say = (message: FromRecorder) => void process.send?.(message)
  record(order, stopping.signal, () => {
    say({ type: 'recording' })
  }).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error('recorder:', error)
      process.exit(1)
    },
  )
}

process.on('message', (message: ToRecorder) => {
  if (message.type === 'record') begin(message.order)
  else end()
})
// Nobody is left who could stop it, and nobody sees that it goes on.
process.on('disconnect', end)
// Ctrl+C reaches the whole group: the server says what is to be done.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
