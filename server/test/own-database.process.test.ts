import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectOwn } from '#platform/postgres/own.ts'
import { createInstallation } from './installation-process.ts'
import { type Postgres, startPostgres } from './postgres.ts'

// A PostgreSQL that somebody else runs, as DATABASE_URL names it.
let theirs: Postgres
beforeAll(async () => (theirs = await startPostgres()))
afterAll(async () => {
  await theirs.stop()
  await theirs.remove()
})

async function createDatabase(name: string, how: string): Promise<string> {
  const client = new pg.Client({ connectionString: theirs.url('postgres') })
  await client.connect()
  await client.query(`create database ${name} template template0 encoding 'UTF8' ${how}`)
  await client.end()
  return theirs.url(name)
}

test('one that tells Russian letters apart is used, and left alone by Ctrl+C', async () => {
  const url = await createDatabase('fit', `lc_collate 'C' lc_ctype 'C.UTF-8' locale_provider icu icu_locale 'ru'`)
  const here = await createInstallation({ DATABASE_URL: url })
  const server = await here.start()
  expect(server.shown()).toContain('ваша (DATABASE_URL)')
  expect((await fetch(`${here.url}/readyz`)).status).toBe(200)

  server.child.kill('SIGTERM')
  await server.exited
  await (await connectOwn(url)).stop()
  await here.remove()
})

test('one that does not is refused with what to do', async () => {
  const url = await createDatabase('blind', `lc_collate 'C' lc_ctype 'C' locale_provider libc`)
  const here = await createInstallation({ DATABASE_URL: url })

  const { code, shown } = await here.fail()
  expect(code).toBe(1)
  expect(shown).toContain('не различает русские буквы')
  expect(shown).toContain('CREATE DATABASE kolosok')
  expect(shown).not.toContain('    at ')
  await here.remove()
})

test('one whose owner may not add what search needs is refused with what to do', async () => {
  const url = await createDatabase('bare', `lc_collate 'C' lc_ctype 'C.UTF-8' locale_provider icu icu_locale 'ru'`)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create role guest login')
  await client.end()

  await expect(connectOwn(url.replace('postgres@', 'guest@'))).rejects.toThrow(/нет расширения pg_trgm/)
})

test('one that is not there is refused with what to check', async () => {
  await expect(connectOwn('postgres://nobody@127.0.0.1:1/kolosok')).rejects.toThrow(/не отвечает .* Проверьте адрес/)
})

test('when it goes away and comes back, the server says so and works on', async () => {
  const url = await createDatabase('shaky', `lc_collate 'C' lc_ctype 'C.UTF-8' locale_provider icu icu_locale 'ru'`)
  const here = await createInstallation({ DATABASE_URL: url })
  await here.start()

  await theirs.stop('crash')
  const away = await fetch(`${here.url}/readyz`)
  expect([away.status, await away.json()]).toMatchObject([503, { parts: { database: { isReady: false } } }])
  await theirs.start()
  expect((await fetch(`${here.url}/readyz`)).status).toBe(200)
  await here.remove()
})
