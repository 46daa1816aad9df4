import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { inspectPdfApart } from '#files/inspect-pdf-apart.ts'
import { drawPaper } from '#platform/paper/draw-paper.ts'

/** How many threads some work begins: they are numbered as they begin. */
async function countThreads(work: () => Promise<unknown>): Promise<number> {
  const before = await newest()
  await work()
  return (await newest()) - before - 1
}

async function newest(): Promise<number> {
  const thread = new Worker('', { eval: true })
  const { threadId } = thread
  await thread.terminate()
  return threadId
}

const paperOf = (lines: number) => ({
  title: 'Положение',
  blocks: Array.from({ length: lines }, () => ({ kind: 'text' as const, text: 'Педагог отвечает в рабочее время.' })),
})

test('a long paper is drawn on a thread of its own, so that nobody’s message waits for it; a short one is not worth it', async () => {
  expect(await countThreads(() => drawPaper(paperOf(10), 'docx'))).toBe(0)
  expect(await countThreads(() => drawPaper(paperOf(1_000), 'docx'))).toBe(1)
})

async function inspect(...parts: readonly string[]): Promise<unknown> {
  const path = join(tmpdir(), `kolosok-${randomUUID()}.pdf`)
  const content = `%PDF-1.7\n${parts.join('')}`
  await writeFile(path, content)
  try {
    await inspectPdfApart(path, content.length)
    return 'taken'
  } catch (error) {
    return (error as { params?: { reason?: string } }).params?.reason
  } finally {
    await rm(path)
  }
}

test('a large document that somebody uploads is looked through on a thread of its own, to the same end', async () => {
  const script = '2 0 obj <</S /JavaScript /JS (app.alert)>> endobj'
  // Nothing but escapes: what costs most to look through.
  const much = '/A#61'.repeat(40_000)
  expect(await countThreads(() => inspect(much))).toBe(1)
  expect(await inspect(much)).toBe('taken')
  expect(await inspect(much, script)).toBe('pdf-script')
  expect(await countThreads(() => inspect('<<>>'))).toBe(0)
})
