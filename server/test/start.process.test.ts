import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDataFolder } from '#platform/data-folder.ts'
import { openDoor } from '#platform/postgres/cluster.ts'
import { servant } from '#platform/postgres/native.ts'
import { isAlive } from '#platform/processes/processes.ts'
import { createInstallation } from './installation-process.ts'

let here: Awaited<ReturnType<typeof createInstallation>>
beforeAll(async () => {
  here = await createInstallation()
})
afterAll(() => here.remove())

describe('the first start', () => {
  test('ends with where to go, what is on and off, and the link for the operator', async () => {
    const server = await here.start()

    expect(server.shown()).toContain(`Адрес          http://localhost:${String(here.port)}`)
    expect(server.shown()).toContain(here.dataFolder)
    expect(server.shown()).toMatch(/Почта +выключена/)
    expect(server.shown()).toMatch(/http:\/\/localhost:\d+\/operator-link\/\S{27,}/)
    expect((await fetch(`${here.url}/healthz`)).status).toBe(200)

    server.child.kill('SIGINT')
    expect(await server.exited).toBe(0)
  })

  test('keeps the secrets for itself', async () => {
    const { mode } = await stat(join(here.dataFolder, 'secrets.json'))

    expect(mode & 0o777).toBe(0o600)
  })
})

describe('a server that runs', () => {
  test('lets nobody else onto its data folder, and says so', async () => {
    const server = await here.start()

    const second = await here.fail()
    expect(second.code).toBe(1)
    expect(second.shown).toContain('уже запущен')
    expect(second.shown).not.toContain('    at ')
    expect((await fetch(`${here.url}/healthz`)).status).toBe(200)

    server.child.kill('SIGTERM')
    await server.exited
  })

  test('gives the operator a link to where it really is, whatever the command was told', async () => {
    const server = await here.start({ PUBLIC_URL: 'https://sad.example.ru' })

    const { code, shown } = await here.command('operator-link')
    expect(shown).toContain('https://sad.example.ru/operator-link/')
    expect(code).toBe(0)
    server.child.kill('SIGTERM')
    await server.exited
  })

  test('leaves no process behind when it is stopped', async () => {
    const server = await here.start()
    const database = await here.postgresPid()

    server.child.kill('SIGINT')
    expect(await server.exited).toBe(0)
    expect(isAlive(database)).toBe(false)
  })

  test('starts its database again when that dies', async () => {
    const server = await here.start()
    process.kill(await here.postgresPid(), 'SIGKILL')

    await vi.waitFor(
      async () => {
        expect((await fetch(`${here.url}/readyz`)).status).toBe(200)
        expect(isAlive(await here.postgresPid())).toBe(true)
      },
      { timeout: 20_000, interval: 200 },
    )
    server.child.kill('SIGTERM')
    await server.exited
  })
})

describe('after kill -9', () => {
  test('of the server alone, the next start stops the database left behind and works', async () => {
    const killed = await here.start()
    const left = await here.postgresPid()
    killed.child.kill('SIGKILL')
    await killed.exited
    expect(isAlive(left)).toBe(true)

    const next = await here.start()
    expect(isAlive(left)).toBe(false)
    expect((await fetch(`${here.url}/readyz`)).status).toBe(200)
    next.child.kill('SIGTERM')
    await next.exited
  })

  test('of everything, the next start simply works', async () => {
    const killed = await here.start()
    process.kill(await here.postgresPid(), 'SIGKILL')
    killed.child.kill('SIGKILL')
    await killed.exited

    const next = await here.start()
    expect((await fetch(`${here.url}/readyz`)).status).toBe(200)
    next.child.kill('SIGTERM')
    await next.exited
  })

  test('of everything, the next start works though a neighbour has the pid by now', async () => {
    const killed = await here.start()
    process.kill(await here.postgresPid(), 'SIGKILL')
    killed.child.kill('SIGKILL')
    await killed.exited
    const neighbour = spawn('sleep', ['600'], { stdio: 'ignore', ...servant })
    for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) {
      const lock = join(here.dataFolder, 'postgres', name)
      await writeFile(lock, (await readFile(lock, 'utf8')).replace(/^\d+/, String(neighbour.pid)))
    }

    const next = await here.start()
    expect((await fetch(`${here.url}/readyz`)).status).toBe(200)
    expect(neighbour.exitCode).toBeNull()
    neighbour.kill()
    next.child.kill('SIGTERM')
    await next.exited
  })
})

describe('one plain sentence and no stack, when', () => {
  test('the port is taken', async () => {
    const other = createServer().listen(here.port, '127.0.0.1')
    await once(other, 'listening')

    const { code, shown } = await here.fail()
    expect(code).toBe(1)
    expect(shown).toContain(`Порт ${String(here.port)} занят`)
    expect(shown).not.toContain('    at ')
    other.close()
  })

  test('settings are wrong: all of them at once', async () => {
    const sms = { SMS_URL: 'gateway', SMS_HEADERS: 'token 123' }
    const { code, shown } = await here.fail({
      ...sms,
      PORT: 'много',
      PUBLIC_URL: 'kolosok',
      TLS_CERT_FILE: 'cert.pem',
    })
    for (const name of Object.keys(sms)) expect(shown).toContain(name)

    expect(code).toBe(1)
    expect(shown).toContain('PORT: нужен номер порта')
    expect(shown).toContain('PUBLIC_URL: нужен адрес вида https://kolosok.example.ru')
    expect(shown).toContain('TLS_KEY_FILE: нужна вместе с TLS_CERT_FILE')
    expect(shown).not.toContain('    at ')
  })

  test('the data folder can not be written to', async () => {
    const file = join(here.dataFolder, 'a-file')
    await writeFile(file, '')

    const { code, shown } = await here.fail({
      KOLOSOK_DATA: join(file, 'data'),
    })
    expect(code).toBe(1)
    expect(shown).toMatch(/В папку данных .* нельзя писать/)
    expect(shown).not.toContain('    at ')
  })

  test('the data folder is a file', async () => {
    const file = import.meta.filename
    await expect(openDataFolder(file)).rejects.toThrow(`Вместо папки данных ${file} лежит файл`)
  })

  test('the data folder lies where no folders can be made', async () => {
    await expect(openDataFolder('/proc/nope/data')).rejects.toThrow(/В папку данных .* нельзя писать/)
  })

  test('the disk is full', async () => {
    await expect(openDataFolder(here.dataFolder, Number.MAX_SAFE_INTEGER)).rejects.toThrow(/На диске .* осталось/)
  })

  test('the database belongs to a newer version', async () => {
    const server = await here.start()
    const door = await openDoor(join(here.dataFolder, 'postgres'))
    const client = new pg.Client({ connectionString: door.url('kolosok') })
    await client.connect()
    await client.query(`insert into migration (name) values ('9999_from_the_future.sql')`)
    await client.end()
    await door.close()
    server.child.kill('SIGTERM')
    await server.exited

    const { code, shown } = await here.fail()
    expect(code).toBe(1)
    expect(shown).toContain('База данных новее этой версии Колоска: в ней уже есть 9999_from_the_future.sql')
    expect(shown).not.toContain('    at ')
  })
})
