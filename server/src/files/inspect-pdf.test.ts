import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inspectPdf } from './inspect-pdf.ts'

const MB = 1024 * 1024

async function inspect(...parts: (string | Buffer)[]): Promise<unknown> {
  const path = join(tmpdir(), `kolosok-${randomUUID()}.pdf`)
  await writeFile(path, Buffer.concat(['%PDF-1.7\n', ...parts].map((part) => Buffer.from(part as string))))
  try {
    await inspectPdf(path)
    return 'taken'
  } catch (error) {
    return (error as { params?: { reason?: string } }).params?.reason
  } finally {
    await rm(path)
  }
}

const objects = (content: Buffer | string, type = '/ObjStm') =>
  [`1 0 obj <</Type ${type} /Filter /FlateDecode>>\nstream\n`, deflateSync(content), '\nendstream endobj\n'] as const

test('a script is found in the open, and packed away', async () => {
  expect(await inspect('<</S /JavaScript /JS (app.alert)>>')).toBe('pdf-script')
  expect(await inspect('<</S /J#61vaScript>>')).toBe('pdf-script')
  expect(await inspect(...objects('<</S /JavaScript>>'))).toBe('pdf-script')
  expect(await inspect(...objects('<</S /JavaScript>>', '/Obj#53tm'))).toBe('pdf-script')
  expect(await inspect('<<>>\nstream\n/JavaScript\nendstream')).toBe('taken')
})

test('a word that only looks like the beginning of a stream hides nothing', async () => {
  const script = '2 0 obj <</S /JavaScript /JS (app.alert)>> endobj'
  expect(await inspect(`%stream\n${script}\nendstream\n`)).toBe('pdf-script')
  expect(await inspect(`1 0 obj (stream\n) endobj\n${script}\n(endstream)`)).toBe('pdf-script')
  expect(await inspect(`1 0 obj [/stream\n] endobj ${script} endstream`)).toBe('pdf-script')
  expect(await inspect(`1 0 obj <</Length 4>>\nstream\nabcd\nendstream endobj\n${script}`)).toBe('pdf-script')
  expect(await inspect(`%<<>>\rstream\n${script}\n%endstream\n`)).toBe('pdf-script')
  expect(await inspect(`1 0 obj <</Length 1>>\nstream\n \n2 0 obj\n${script} endstream`)).toBe('pdf-script')
})

test('objects that are not packed, or packed in a way no writer uses, hide nothing either', async () => {
  const open =
    '1 0 obj <</Type /ObjStm /N 1 /First 4>>\nstream\n2 0 <</S /JavaScript /JS (app.alert)>>\nendstream endobj'
  expect(await inspect(open)).toBe('pdf-script')
  const hex = deflateSync('2 0 <</S /JavaScript>>').toString('hex')
  const twice = `1 0 obj <</Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]>>\nstream\n${hex}>\nendstream endobj`
  expect(await inspect(twice)).toBe('pdf-script')
})

test('objects packed twice, rearranged, damaged or named far away hide nothing', async () => {
  const script = '2 0 <</S /JavaScript /JS (app.alert)>>'
  const packed = deflateSync(script)
  const stream = (dictionary: string, bytes: Buffer) =>
    inspect(`1 0 obj <</Type /ObjStm ${dictionary}>>\nstream\n`, bytes, '\nendstream endobj\n')

  expect(await stream('/Filter [/FlateDecode /FlateDecode]', deflateSync(packed))).toBe('file-broken')
  expect(await stream('/Filter 5 0 R', deflateSync(Buffer.from(script).toString('hex')))).toBe('file-broken')
  const rearranged = Buffer.from(Array.from(script, (sign) => `\0${sign}`).join(''))
  expect(await stream('/Filter /FlateDecode /DecodeParms 6 0 R', deflateSync(rearranged))).toBe('file-broken')
  const damaged = Buffer.concat([packed.subarray(0, -1), Buffer.from([packed.at(-1) === 0 ? 1 : 0])])
  expect(await stream('/Filter /FlateDecode', damaged)).toBe('pdf-script')
  expect(await stream('/Filter /FlateDecode', packed.subarray(0, -4))).toBe('pdf-script')
  expect(await stream(`/Filter /FlateDecode${' '.repeat(5000)}`, packed)).toBe('pdf-script')
  expect(await stream('/Filter /FlateDecode', deflateSync('2 0 <</Type /Page>>'))).toBe('taken')
})

test('streams that begin and never end are looked through at once', async () => {
  const began = performance.now()
  expect(await inspect('stream\n'.repeat(100_000))).toBe('taken')
  expect(await inspect('/ObjStm stream\n'.repeat(50_000))).toBe('taken')
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('objects that unpack to more than any document has are refused, one by one or all together', async () => {
  const zeros = Buffer.concat([Buffer.from('2 0 '), Buffer.alloc(25 * MB)])
  expect(await inspect(...objects(zeros))).toBe('archive-bomb')
  const some = objects(zeros.subarray(0, 15 * MB))
  expect(await inspect(...Array.from({ length: 10 }, () => some).flat())).toBe('archive-bomb')
})

test('a protected document is taken where it lies open, and refused where nobody can look into it', async () => {
  const trailer = 'trailer <</Encrypt 9 0 R>>\n'
  const locked = Buffer.from('not what deflate writes, but some cipher')
  const packed = ['1 0 obj <</Type /ObjStm /Filter /FlateDecode>>\nstream\n', locked, '\nendstream endobj\n'] as const
  expect(await inspect(...packed, trailer)).toBe('pdf-locked')
  expect(await inspect('1 0 obj <</Filter /FlateDecode>>\nstream\n', locked, '\nendstream endobj\n', trailer)).toBe(
    'taken',
  )
  expect(await inspect('<</S /JavaScript /JS <0badc0de>>>', trailer)).toBe('pdf-script')
})
