import type { ChatId, MessageId } from '@kolosok/contract'
import { sql } from 'kysely'
import { anyOf, runSql, type Tx } from '#platform/db.ts'
import type { Pair } from './facts.store.ts'
import type { MembershipPair } from './memberships.store.ts'

const ADOPT = `
  update message m set
    author_id = case when author_id = $2 then $1 else author_id end,
    membership_id = coalesce((
      select pair.kept from jsonb_to_recordset($3) as pair (kept uuid, ended uuid)
      where pair.ended = m.membership_id), m.membership_id),
    subject_ids = array_replace(subject_ids, $2, $1)
  where chat_id = any($4::uuid[]) and (author_id = $2 or $2 = any(subject_ids))`

// Whoever reacted twice reacted once.
const REACT = `
  update message m set reactions = (
    select jsonb_object_agg(emoji, (
      select jsonb_agg(account order by place) from (
        select case when chosen = $2 then $1 else chosen end as account, min(place) as place
        from jsonb_array_elements_text(ids) with ordinality as c (chosen, place)
        group by 1) once))
    from jsonb_each(m.reactions) as r (emoji, ids))
  where chat_id = any($3::uuid[]) and m.reactions::text like '%' || $2 || '%'`

/** What the one that ends said, and where it is named, in these chats. */
export async function adoptMessages(
  tx: Tx,
  { kept, ended }: Pair,
  memberships: readonly MembershipPair[],
  chatIds: readonly ChatId[],
): Promise<void> {
  await runSql(tx, ADOPT, [kept, ended, JSON.stringify(memberships), chatIds])
  await runSql(tx, REACT, [kept, ended, chatIds])
}

// The counts on the message are made anew from all votes.
const COUNT = `
  update message m set poll = m.poll || jsonb_build_object(
    'voters', (select count(*) from poll_vote v where v.message_id = m.id),
    'chosenBy', (
      select jsonb_agg(coalesce((
        select jsonb_agg(v.account_id order by v.voted_at, v.account_id) from poll_vote v
        where v.message_id = m.id and option - 1 = any(v.options)), '[]') order by option)
      from generate_series(1, jsonb_array_length(m.poll -> 'options')) option))
  where m.id = any($1::uuid[])`

/** Where both voted, the choice of the one that stays counts. */
export async function moveVotes(tx: Tx, { kept, ended }: Pair): Promise<void> {
  const voted = await tx.selectFrom('poll_vote').where('account_id', '=', ended).select('message_id').execute()
  const ids: MessageId[] = voted.map(({ message_id }) => message_id)
  if (ids.length === 0) return
  await tx
    .deleteFrom('poll_vote')
    .where('account_id', '=', ended)
    .where('message_id', 'in', (eb) =>
      eb
        .selectFrom('poll_vote')
        .where('account_id', '=', kept)
        .where('message_id', '=', anyOf(ids))
        .select('message_id'),
    )
    .execute()
  await sql`update poll_vote set account_id = ${kept} where account_id = ${ended}`.execute(tx)
  await runSql(tx, COUNT, [ids])
}
