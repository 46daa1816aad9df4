import { sql } from 'kysely'
import { runSql, type Tx } from '#platform/db.ts'
import type { Pair } from './facts.store.ts'
import { accountReferences } from './references.ts'

/** Every column that simply names another account from now on. */
export async function moveReferences(tx: Tx, { kept, ended }: Pair): Promise<void> {
  for (const [reference, fate] of Object.entries(accountReferences)) {
    if (fate !== 'moves') continue
    const [table = '', column = ''] = reference.split('.')
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${kept} where ${sql.ref(column)} = ${ended}`.execute(
      tx,
    )
  }
}

const UNITE_POSITIONS = `
  update channel_position own set read_seq = greatest(own.read_seq, other.read_seq)
  from channel_position other
  where own.account_id = $1 and other.account_id = $2 and other.channel_id = own.channel_id`
const UNITE_THREADS = `
  update comment_position own set read_seq = greatest(own.read_seq, other.read_seq)
  from comment_position other
  where own.account_id = $1 and other.account_id = $2 and other.post_id = own.post_id`
const UNITE_TRACES = `
  update roll_over_member own set visible_from_seq = least(own.visible_from_seq, other.visible_from_seq),
    read_seq = greatest(own.read_seq, other.read_seq)
  from roll_over_member other
  where own.account_id = $1 and other.account_id = $2
    and other.roll_over_id = own.roll_over_id and other.chat_id = own.chat_id`
/** Whoever was removed from a call stays so by either, and whoever was let in is. */
const UNITE_CALLS = `
  update call_person own set removed_at = coalesce(own.removed_at, other.removed_at),
    removed_by = coalesce(own.removed_by, other.removed_by), let_in_at = coalesce(own.let_in_at, other.let_in_at),
    let_in_by = coalesce(own.let_in_by, other.let_in_by)
  from call_person other
  where own.account_id = $1 and other.account_id = $2 and other.call_id = own.call_id`

/** A seat of either is one; else the better place in the line. */
const UNITE_SEATS = `
  update webinar_registration own
  set state = case when 'registered' in (own.state, other.state) then 'registered' else 'waiting' end,
    asked_at = least(own.asked_at, other.asked_at), attended = coalesce(own.attended, other.attended)
  from webinar_registration other
  where own.account_id = $1 and other.account_id = $2 and other.webinar_id = own.webinar_id`

/** Whatever was answered last. */
const UNITE_COMING = `
  update meeting_answer own set answer = other.answer, starts_at = other.starts_at, answered_at = other.answered_at
  from meeting_answer other
  where own.account_id = $1 and other.account_id = $2 and other.meeting_id = own.meeting_id
    and other.answered_at > own.answered_at`
/** There by either; what was ticked by hand counts before what was not. */
const UNITE_ATTENDANCE = `
  update meeting_attendance own set mark = coalesce(own.mark, other.mark),
    marked_by = case when own.mark is null then other.marked_by else own.marked_by end,
    marked_at = coalesce(own.marked_at, other.marked_at), came_at = least(own.came_at, other.came_at),
    went_at = greatest(own.went_at, other.went_at), seconds = greatest(own.seconds, other.seconds)
  from meeting_attendance other
  where own.account_id = $1 and other.account_id = $2 and other.meeting_id = own.meeting_id`
/** One address for one account; the one that stays has the first word. */
const UNITE_FEEDS = `
  with moved as (
    update calendar_feed set account_id = $1
    where account_id = $2 and not exists (select from calendar_feed where account_id = $1))
  delete from calendar_feed
  where account_id = $2 and exists (select from calendar_feed where account_id = $1)`
/** On the stage by either, a speaker who was one by either, and muted as either was. */
const UNITE_BROADCASTS = `
  update broadcast_person own set stage = coalesce(own.stage, other.stage),
    spoke_at = least(own.spoke_at, other.spoke_at), hand_at = least(own.hand_at, other.hand_at),
    muted_at = least(own.muted_at, other.muted_at)
  from broadcast_person other
  where own.account_id = $1 and other.account_id = $2 and other.broadcast_id = own.broadcast_id`

// Asked twice, a person answers once: the answer of the one that stays counts, else that of the other.
const BOTH_ASKED = `
  select other.notice_id from notice_receiver other join notice_receiver own using (notice_id)
  where own.unit_id = $1 and other.unit_id = $2`
const UNITE_NOTICES = [
  `update notice_receiver own set left_at = null from notice_receiver other
   where own.unit_id = $1 and other.unit_id = $2 and other.notice_id = own.notice_id and other.left_at is null`,
  `delete from notice_answer other using notice_answer own
   where own.unit_id = $1 and other.unit_id = $2 and own.notice_id = other.notice_id and own.version = other.version`,
  `update notice_answer set unit_id = $1 where unit_id = $2 and notice_id in (${BOTH_ASKED})`,
  `delete from notice_receiver where unit_id = $2 and notice_id in (${BOTH_ASKED})`,
  `update notice_receiver set account_id = $1 where account_id = $2`,
]

/** Reported by both, it is one report of one person. */
const UNITE_REPORTS = [
  `delete from message_report where reporter_id = $2
     and subject_id in (select subject_id from message_report where reporter_id = $1)`,
  `update message_report set reporter_id = $1 where reporter_id = $2`,
]

// What the one that stays decided on holds; of the other, what it has not decided on.
const UNITE_CONSENTS = [
  `update consent_decision other set replaced_at = now() from consent_decision own
   where own.account_id = $1 and other.account_id = $2 and own.purpose_id = other.purpose_id
     and own.replaced_at is null and other.replaced_at is null`,
  `update consent_decision set account_id = $1 where account_id = $2`,
]

/** Of two for one webinar the one of the account that stays holds. */
const UNITE_CERTIFICATES = [
  `update certificate other set revoked_at = now() from certificate own
   where own.account_id = $1 and other.account_id = $2 and own.webinar_id = other.webinar_id
     and own.revoked_at is null and other.revoked_at is null`,
  `update certificate set account_id = $1 where account_id = $2`,
]

const rows = {
  channel_position: { unite: UNITE_POSITIONS, key: 'channel_id' },
  comment_position: { unite: UNITE_THREADS, key: 'post_id' },
  // Where both answered, the answer of the one that stays counts.
  post_vote: { unite: null, key: 'post_id' },
  roll_over_member: { unite: UNITE_TRACES, key: 'roll_over_id, chat_id' },
  call_person: { unite: UNITE_CALLS, key: 'call_id' },
  meeting_answer: { unite: UNITE_COMING, key: 'meeting_id' },
  meeting_attendance: { unite: UNITE_ATTENDANCE, key: 'meeting_id' },
  meeting_person: { unite: null, key: 'meeting_id' },
  broadcast_person: { unite: UNITE_BROADCASTS, key: 'broadcast_id' },
  webinar_registration: { unite: UNITE_SEATS, key: 'webinar_id' },
} as const

/** Tables that hold one row for an account and something: where both have one, they become one. */
export async function uniteRows(tx: Tx, { kept, ended }: Pair): Promise<void> {
  for (const [table, { unite, key }] of Object.entries(rows)) {
    if (unite !== null) await runSql(tx, unite, [kept, ended])
    await runSql(
      tx,
      `delete from ${table} where account_id = $2 and (${key}) in (select ${key} from ${table} where account_id = $1)`,
      [kept, ended],
    )
    await runSql(tx, `update ${table} set account_id = $1 where account_id = $2`, [kept, ended])
  }
  for (const step of [...UNITE_REPORTS, ...UNITE_NOTICES, ...UNITE_CONSENTS, ...UNITE_CERTIFICATES, UNITE_FEEDS])
    await runSql(tx, step, [kept, ended])
}

/**
 * The other one has no way in any more, and tells of nobody. Its address is this one's where there was none, and so is
 * its name.
 */
export async function endAccount(tx: Tx, { kept, ended }: Pair): Promise<void> {
  const given = await tx
    .selectFrom('account')
    .where('id', '=', ended)
    .select(['email', 'given_name', 'patronymic', 'family_name'])
    .executeTakeFirstOrThrow()
  await tx.updateTable('account').where('merged_into', '=', ended).set({ merged_into: kept }).execute()
  await tx
    .updateTable('account')
    .where('id', '=', ended)
    .set({
      phone: null,
      unverified_phone: null,
      email: null,
      given_name: '',
      patronymic: '',
      family_name: '',
      merged_into: kept,
    })
    .execute()
  await sql`update account set email = coalesce(email, ${given.email}), own_rev = own_rev + 1 where id = ${kept}`.execute(
    tx,
  )
  await tx
    .updateTable('account')
    .where('id', '=', kept)
    .where('given_name', '=', '')
    .where('family_name', '=', '')
    .set({ given_name: given.given_name, patronymic: given.patronymic, family_name: given.family_name })
    .execute()
}
