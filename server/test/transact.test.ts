import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '#platform/db.ts'
import { lockName, shareName } from '#platform/lock-name.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await sql`create table thing (name text primary key, count integer not null default 0)`.execute(world.db)
  await sql`insert into thing (name) values ('left'), ('right'), ('both')`.execute(world.db)
})
afterAll(() => world.close())

const count = async (name: string) =>
  (await sql<{ count: number }>`select count from thing where name = ${name}`.execute(world.db)).rows[0]?.count

test('of two that wait for each other the loser does its work again; both are done, and told once', async () => {
  let arrived = 0
  let open = (): void => undefined
  const bothHoldOne = new Promise<void>((resolve) => (open = resolve))
  const told: string[] = []
  let runs = 0

  const raise = (first: string, second: string) =>
    transact(world.db, async (tx, afterCommit) => {
      runs++
      afterCommit(() => told.push(first))
      await sql`update thing set count = count + 1 where name = ${first}`.execute(tx)
      if (++arrived === 2) open()
      await bothHoldOne
      await sql`update thing set count = count + 1 where name = ${second}`.execute(tx)
      return first
    })
  const done = await Promise.all([raise('left', 'right'), raise('right', 'left')])

  expect(done).toEqual(['left', 'right'])
  expect(runs).toBe(3)
  expect([await count('left'), await count('right')]).toEqual([2, 2])
  expect(told.sort()).toEqual(['left', 'right'])
})

test('what never stops colliding is given up after a few times, and nothing of it stays', async () => {
  let runs = 0
  const told: string[] = []
  const work = transact(world.db, async (tx, afterCommit) => {
    runs++
    afterCommit(() => told.push('both'))
    await sql`update thing set count = count + 1 where name = 'both'`.execute(tx)
    await sql`do $$ begin raise exception 'collided' using errcode = '40001'; end $$`.execute(tx)
  })

  await expect(work).rejects.toThrow('collided')
  expect({ runs, told, count: await count('both') }).toEqual({ runs: 4, told: [], count: 0 })
})

test('any other failure is not tried again', async () => {
  let runs = 0
  const work = transact(world.db, async (tx) => {
    runs++
    await sql`insert into thing (name) values ('left')`.execute(tx)
  })

  await expect(work).rejects.toThrow('duplicate')
  expect(runs).toBe(1)
})

test('locks by name, and those of one number, are two kinds to PostgreSQL: nobody chooses a name that meets a number', async () => {
  const kinds = await transact(world.db, async (tx) => {
    for (let nth = 0; nth < 20; nth += 1) await lockName(tx, `name:${String(nth)}`)
    await shareName(tx, 'name:shared')
    const { rows } = await sql<{ kind: number; count: number }>`
      select objsubid as kind, count(*)::int as count from pg_locks
      where locktype = 'advisory' and pid = pg_backend_pid() group by objsubid`.execute(tx)
    return rows
  })
  const TWO_INTEGERS = 2
  expect(kinds).toEqual([{ kind: TWO_INTEGERS, count: 21 }])
})

test('whoever takes an advisory lock does it by name, or by a number that stands among the others', () => {
  const takers = globSync('server/{src,migrations}/**/*.{ts,sql}').filter((file) =>
    /pg_(try_)?advisory/.test(readFileSync(file, 'utf8')),
  )
  const byNumber = takers.filter((file) => readFileSync(file, 'utf8').includes('advisoryLocks'))
  expect(takers.filter((file) => !byNumber.includes(file))).toEqual(['server/src/platform/lock-name.ts'])
})
