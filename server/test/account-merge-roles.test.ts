import { randomUUID } from 'node:crypto'
import type { PersonPage } from '@kolosok/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountReferences, membershipReferences } from '../src/account-merges/references.ts'
import { createMergeOffice } from './account-merge-seed.ts'
import { seedOrganization } from './organization-seed.ts'
import { createSignInWorld } from './sign-in-world.ts'

let world: Awaited<ReturnType<typeof createSignInWorld>>
let office: ReturnType<typeof createMergeOffice>
beforeAll(async () => {
  world = await createSignInWorld()
  office = createMergeOffice(world)
})
afterAll(() => world.close())

/** Every column with a foreign key to a table's id, as the database has them. */
async function columnsReferring(table: 'account' | 'membership'): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct k.table_name || '.' || k.column_name as name
    from information_schema.referential_constraints r
    join information_schema.key_column_usage k on k.constraint_name = r.constraint_name
    join information_schema.constraint_column_usage u on u.constraint_name = r.constraint_name
    where u.table_name = ${table} and k.table_schema = 'public'`.execute(world.db)
  return rows.map(({ name }) => name).sort()
}

test('what becomes of each column that names an account or a membership is decided', async () => {
  expect(await columnsReferring('account')).toEqual(Object.keys(accountReferences).sort())
  expect(await columnsReferring('membership')).toEqual(Object.keys(membershipReferences).sort())
})

describe('where both are staff of one organization', () => {
  test('of different roles, both roles are one person’s; of one role, nothing that either had is lost', async () => {
    const garden = await seedOrganization(world)
    const [one, other] = [await office.person(), await office.person()]
    const [gnomes, stars] = [await garden.group('Гномики'), await garden.group('Звёздочки')]
    const own = await garden.teacher({ groups: [gnomes], isConfirmed: false, who: one })
    await garden.teacher({ groups: [gnomes, stars], who: other })
    await garden.deputy(other)
    await world.db.updateTable('membership').where('account_id', '=', other.accountId).set({ is_admin: true }).execute()
    expect((await office.merge(one, other)).statusCode).toBe(200)

    const admin = await garden.admin()
    const page = (
      await admin.request({ url: `/api/organizations/${garden.id}/people/${own.membershipId}` })
    ).json<PersonPage>()
    expect(page).toMatchObject({ isAdmin: true, person: { isConfirmed: true }, alsoHere: [{ role: 'management' }] })
    expect(page.groups.map(({ name }) => name).sort()).toEqual(['Гномики', 'Звёздочки'])
  })

  test('two guardians of one child become one, limited only if both were', async () => {
    const { garden, one, other, vanya, kept } = await office.twice()
    const second = await garden.child('Петя', await garden.group('Третья'))
    const ended = await world.db
      .selectFrom('membership')
      .where('account_id', '=', other.accountId)
      .select('id')
      .executeTakeFirstOrThrow()
    const rows = [
      [vanya, ended.id, false],
      [second, kept.membershipId, true],
      [second, ended.id, true],
    ] as const
    await world.db.updateTable('guardianship').where('child_id', '=', vanya).set({ is_limited: true }).execute()
    await world.db
      .insertInto('guardianship')
      .values(rows.map(([child_id, membership_id, is_limited]) => ({ child_id, membership_id, is_limited, label: '' })))
      .execute()
    expect((await office.merge(one, other)).statusCode).toBe(200)
    const now = await world.db
      .selectFrom('guardianship')
      .where('membership_id', '=', kept.membershipId)
      .where('until_at', 'is', null)
      .where('child_id', 'in', [vanya, second])
      .select(['child_id', 'is_limited', 'label'])
      .execute()
    expect(now.find(({ child_id }) => child_id === vanya)).toMatchObject({ is_limited: false, label: 'мама Вани' })
    expect(now.find(({ child_id }) => child_id === second)).toMatchObject({ is_limited: true })
  })
})

test('the office is told where two accounts of one name share a child; a teacher and one of another name are not', async () => {
  const { garden, other, gnomes, vanya, kept, admin } = await office.twice()
  const teacher = await garden.teacher({ groups: [gnomes] })
  const twinsFor = async (who: typeof admin) => {
    const url = `/api/organizations/${garden.id}/people/${kept.membershipId}`
    return (await who.request({ url })).json<PersonPage>().twins
  }
  await garden.parent([vanya], 'папа Вани', await office.person({ given: 'Игорь' }))
  expect(await twinsFor(admin)).toEqual([])

  const membership = await world.db
    .selectFrom('membership')
    .where('account_id', '=', other.accountId)
    .select('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('guardianship')
    .values({ child_id: vanya, membership_id: membership.id, label: 'мама Вани' })
    .execute()
  expect(await twinsFor(admin)).toMatchObject([{ membershipId: membership.id }])
  expect(await twinsFor(teacher)).toEqual([])
})

test('asked twice by a notice, a person has answered once: as the account that stays, else as the other one', async () => {
  const { garden, one, other, admin } = await office.twice()
  const answers = async (notice_id: string) =>
    world.db
      .selectFrom('notice_receiver')
      .leftJoin('notice_answer', (join) =>
        join
          .onRef('notice_answer.notice_id', '=', 'notice_receiver.notice_id')
          .onRef('notice_answer.unit_id', '=', 'notice_receiver.unit_id'),
      )
      .where('notice_receiver.notice_id', '=', notice_id as never)
      .select(['account_id', 'choice', 'answered_by'])
      .execute()
  const ask = async (to: readonly (typeof one)[], choices: readonly (number | null)[]) => {
    const id = randomUUID()
    await sql`insert into notice (id, organization_id, author_id, title, text, asks, per, audience, deadline_at)
      values (${id}, ${garden.id}, ${admin.accountId}, '', '', 'agree', 'person', 'parents', now())`.execute(world.db)
    for (const [place, who] of to.entries()) {
      await sql`insert into notice_receiver (notice_id, account_id) values (${id}, ${who.accountId})`.execute(world.db)
      const choice = choices[place] ?? null
      if (choice === null) continue
      await sql`insert into notice_answer (notice_id, version, unit_id, choice, answered_by, answered_at)
        values (${id}, 1, ${who.accountId}, ${choice}, ${who.accountId}, now())`.execute(world.db)
    }
    return id
  }
  const both = await ask([one, other], [0, 1])
  const late = await ask([one, other], [null, 1])
  const single = await ask([other], [1])
  expect((await office.merge(one, other)).statusCode).toBe(200)
  const own = { account_id: one.accountId, answered_by: one.accountId }
  expect(await answers(both)).toEqual([{ ...own, choice: 0 }])
  expect(await answers(late)).toEqual([{ ...own, choice: 1 }])
  expect(await answers(single)).toEqual([{ ...own, choice: 1 }])
})
