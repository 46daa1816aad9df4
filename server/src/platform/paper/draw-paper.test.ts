import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { drawPaper } from './draw-paper.ts'

const paperOf = (lines: number) => ({
  title: 'Положение',
  blocks: Array.from({ length: lines }, () => ({ kind: 'text' as const, text: 'Педагог отвечает в рабочее время.' })),
})

/** Threads are numbered as they begin. */
async function countThreads(): Promise<number> {
  const thread = new Worker('', { eval: true })
  const { threadId } = thread
  await thread.terminate()
  return threadId
}

async function threadsFor(lines: number): Promise<number> {
  const before = await countThreads()
  await drawPaper(paperOf(lines), 'docx')
  return (await countThreads()) - before - 1
}

test('a long paper is drawn on a thread of its own, so that nobody’s message waits for it; a short one is not worth it', async () => {
  expect(await threadsFor(10)).toBe(0)
  expect(await threadsFor(1_000)).toBe(1)
})
