import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { drawApart } from './draw-apart.ts'

// Says that it has begun, and waits until it may go on.
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads'
    const [begun, open] = [0, 1]
    Atomics.add(workerData.shared, begun, 1)
    Atomics.wait(workerData.shared, open, 0)
    parentPort.postMessage(new Uint8Array([1]))
  `)}`,
)

test('however many papers are wanted at once, two are drawn, and the others after them', async () => {
  const shared = new Int32Array(new SharedArrayBuffer(8))
  const all = Promise.all(Array.from({ length: 5 }, () => drawApart(program, { shared })))
  await expect.poll(() => shared[0]).toBeGreaterThanOrEqual(2)
  // A thread begun after theirs has come and gone: they would be there by now.
  await once(new Worker(program, { workerData: { shared: new Int32Array(new SharedArrayBuffer(8)).fill(1) } }), 'exit')
  expect(shared[0]).toBe(2)
  Atomics.store(shared, 1, 1)
  Atomics.notify(shared, 1)
  expect((await all).map((bytes) => bytes.length)).toEqual([1, 1, 1, 1, 1])
  expect(shared[0]).toBe(5)
})
