import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createInstallation } from './installation-process.ts'

test('the commands do it with the database of the data folder, and the server goes on from there', async () => {
  const [from, into] = await Promise.all([createInstallation(), createInstallation()])
  const server = await from.start()
  const made = await from.command('backup')
  expect(made.shown).toContain('готова и проверена')
  const archive = /\S+\.zip/.exec(made.shown)?.[0] ?? ''
  server.child.kill('SIGTERM')
  await server.exited

  const restored = await into.command('restore', archive)
  expect(restored.shown).toContain('Восстановлено')
  expect(restored.code).toBe(0)
  const secrets = await Promise.all(
    [from, into].map(({ dataFolder }) => readFile(join(dataFolder, 'secrets.json'), 'utf8')),
  )
  expect(secrets[0]).toBe(secrets[1])
  const again = await into.start()
  expect((await fetch(`${into.url}/readyz`)).status).toBe(200)
  again.child.kill('SIGTERM')
  await again.exited
  await Promise.all([from.remove(), into.remove()])
}, 240_000)
