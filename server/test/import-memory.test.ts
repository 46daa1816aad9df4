import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { openArchive } from '#platform/archive/read.ts'
import { openOffice } from './import-office.ts'
import { upload } from './upload.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

const PORTION = 10_000

/** Portion by portion, so that making it takes no memory that reading it could hide behind. */
function* rows(): Generator<string> {
  const row = (n: number) => `<row r="${String(n)}"><c r="A${String(n)}"><v>1</v></c></row>`
  for (let from = 0; from < 1_100_000; from += PORTION) {
    yield Array.from({ length: PORTION }, (_, index) => row(from + index + 1)).join('')
  }
}

function* sheet(head = '', tail = ''): Generator<string> {
  yield head
  yield* rows()
  yield tail
}

/** A workbook like any other, whose one sheet unpacks to fifty megabytes; no ratio gives it away when it is uploaded. */
async function makeBomb(): Promise<Buffer> {
  const book = await openArchive(fileURLToPath(new URL('data/merged.xlsx', import.meta.url)))
  const bomb = new ZipFile()
  for (const name of book.names) {
    const part = await book.read(name)
    const [head, tail] = part.toString().split(/<row.*<\/row>/s)
    if (name.endsWith('sheet1.xml')) bomb.addReadStream(Readable.from(sheet(head, tail)), name)
    else bomb.addBuffer(part, name)
  }
  book.close()
  bomb.end()
  return buffer(bomb.outputStream)
}

test('a workbook that unpacks to fifty megabytes is refused, and is never held in memory as a whole', async () => {
  const office = await openOffice(world)
  const { fileId } = await upload(office.admin, 'Дети.xlsx', await makeBomb())
  const before = process.resourceUsage().maxRSS / 1024
  const answer = await office.begin({ fileId })

  expect(answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ code: 'table-too-heavy' }] })
  expect(process.resourceUsage().maxRSS / 1024 - before).toBeLessThan(100)
}, 60_000)
