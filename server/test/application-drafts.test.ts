import { type ApplicationDraft, applicationEndpoints, pathOf } from '@kolosok/contract'
import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kolosokForm, origin } from './application-seed.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => (world = await createWorld()))
afterAll(() => world.close())

type Draft = Omit<ApplicationDraft, 'form'> & { readonly form?: object }

const draft = (payload: Draft) =>
  world.request({ method: 'POST', url: pathOf(applicationEndpoints.draft), headers: origin, payload })

/** As Word would read it. */
async function wordsOf(payload: Draft): Promise<string> {
  const answer = await draft(payload)
  return (await mammoth.extractRawText({ buffer: answer.rawPayload })).value
}

test('the order names the administrator as typed, with the number that signs in, and whom to sign', async () => {
  const words = await wordsOf({ paper: 'order', format: 'docx', form: kolosokForm })

  expect(words).toContain('ПРИКАЗ')
  expect(words).toContain(`назначить: ${kolosokForm.administratorName}`)
  expect(words).toContain('+7 913 900-00-17')
  expect(words).toContain('Заведующий')
  expect(words).toMatch(/\p{Lu}\. \p{Lu}\. \p{L}+/u)
})

test('the letter asks to register the organization and lists what the form lists', async () => {
  const words = await wordsOf({ paper: 'letter', format: 'docx', form: kolosokForm })

  for (const said of [kolosokForm.organizationName, kolosokForm.inn, kolosokForm.address, kolosokForm.email]) {
    expect(words).toContain(said)
  }
})

test('what is not typed yet is a line to write on', async () => {
  const words = await wordsOf({ paper: 'order', format: 'docx', form: {} })

  expect(words).toMatch(/назначить: _{10,}/)
  expect(words).toContain('Руководитель')
  expect(words).not.toMatch(/undefined|\{/)
})

test('both come as PDF, too', async () => {
  for (const paper of ['order', 'letter'] as const) {
    const answer = await draft({ paper, format: 'pdf', form: kolosokForm })

    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-disposition']).toMatch(/^attachment; .*\.pdf$/)
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  }
})

test('control characters, marks of direction, markup and very long names do no harm', async () => {
  const name = '\u0001\u202Eголоп<w:p/>&amp;{name}=cmd|\uFFFE'
  const form = { ...kolosokForm, organizationName: name, administratorName: 'Я'.repeat(2_000) }
  const words = await wordsOf({ paper: 'order', format: 'docx', form })

  expect(words).toContain('голоп<w:p/>&amp;{name}=cmd|')
  expect(words).not.toMatch(/[\u0001\u202E\uFFFE]/)
  expect((await draft({ paper: 'order', format: 'pdf', form })).statusCode).toBe(200)
  expect((await draft({ paper: 'order', format: 'docx', form: { ...form, inn: 'x\0' } })).json()).toMatchObject({
    code: 'invalid-request',
  })
})
