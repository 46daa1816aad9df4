import type { AccountId, MessageId } from '@kolosok/contract'
import type { Db, Tx } from '#platform/db.ts'

/** Votes in the order they were given. */
export async function listVotes(db: Db, messageId: MessageId) {
  return db
    .selectFrom('poll_vote')
    .where('message_id', '=', messageId)
    .select(['account_id as accountId', 'options'])
    .orderBy('voted_at')
    .orderBy('account_id')
    .execute()
}

/** Replaces a voter's choice; an empty one withdraws it. */
export async function replaceVote(
  tx: Tx,
  messageId: MessageId,
  vote: { accountId: AccountId; options: readonly number[] },
): Promise<void> {
  const { accountId, options } = vote
  if (options.length === 0) {
    await tx.deleteFrom('poll_vote').where('message_id', '=', messageId).where('account_id', '=', accountId).execute()
    return
  }
  await tx
    .insertInto('poll_vote')
    .values({ message_id: messageId, account_id: accountId, options: [...options] })
    .onConflict((conflict) => conflict.columns(['message_id', 'account_id']).doUpdateSet({ options: [...options] }))
    .execute()
}
