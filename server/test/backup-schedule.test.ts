import { readdir, stat } from 'node:fs/promises'
import type { BackupId } from '@kolosok/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupTasks } from '#backups/index.ts'
import { createFiles } from '#files/index.ts'
import { newId } from '#platform/new-id.ts'
import { type BackupWorld, createBackupWorld } from './backup-world.ts'

let world: BackupWorld
beforeAll(async () => (world = await createBackupWorld()))
afterAll(() => world.close())

test('two at once are one too many, asking twice is once, and only the newest are kept', async () => {
  const id = newId<BackupId>()
  expect((await world.ask(id)).statusCode).toBe(200)
  expect((await world.ask(id)).statusCode).toBe(200)
  expect((await world.ask()).json()).toMatchObject({ code: 'backup-running' })
  await world.runJobs()
  expect((await world.list()).filter((backup) => backup.id === id)).toMatchObject([{ state: 'done' }])

  await world.makeBackup()
  await world.makeBackup()
  expect((await readdir(world.context.config.backupFolder)).length).toBe(2)
  expect((await world.list()).map(({ isKept }) => isKept).slice(0, 3)).toEqual([true, true, false])
})

test('one that failed says why, leaves nothing half, and «Состояние» goes on naming the last good one', async () => {
  await world.makeBackup()
  const status = async () => (await world.request({ url: '/api/status' })).json<{ lastBackupAt: string }>()
  const good = (await status()).lastBackupAt
  const { backupFolder } = world.context.config
  const before = await readdir(backupFolder)
  const broken = { ...world.context, databaseUrl: 'postgres://nobody@127.0.0.1:1/kolosok' }
  expect((await world.ask()).statusCode).toBe(200)
  const [{ id } = { id: '' }] = await world.list()
  await backupTasks(createFiles(broken))['make-backup']?.run({ backupId: id })

  expect((await world.list())[0]).toMatchObject({ state: 'failed', reason: 'failed' })
  expect(await readdir(backupFolder)).toEqual(before)
  expect((await status()).lastBackupAt).toBe(good)
})

test('the schedule makes one as soon as the last good one is a day old, and forgets one nobody finished', async () => {
  const at = (hours: number) => createFiles({ ...world.context, clock: () => new Date(Date.now() + hours * 3600_000) })
  await world.makeBackup()
  const plan = (hours: number) => backupTasks(at(hours))['plan-backup']?.run({})

  await plan(23)
  expect((await world.list())[0]?.state).toBe('done')
  await plan(24)
  expect((await world.list())[0]?.state).toBe('running')
  await plan(49)
  expect((await world.list()).slice(0, 2)).toMatchObject([
    { state: 'running' },
    { state: 'failed', reason: 'interrupted' },
  ])
  await world.db.deleteFrom('backup').where('state', '<>', 'done').execute()
})

test('anybody learns that it is up, since when, and of the last backup, and nothing else', async () => {
  const status = (await world.request({ url: '/api/status' })).json<object>()

  expect(Object.keys(status).sort()).toEqual(['areCallsAvailable', 'isBackupLate', 'lastBackupAt', 'upSince'])
})

test('an archive is only its owner’s to read', async () => {
  const { mode } = await stat(await world.makeBackup())

  expect(mode & 0o777).toBe(0o600)
})
