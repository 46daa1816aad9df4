import type { AccountId, PostId } from '@kolosok/contract'
import { type Db, runSql } from '#platform/db.ts'
import { PAGE, type PostRow } from './post.store.ts'
import type { ChannelRow } from './store.ts'

export type ProposalRow = PostRow & { readonly channelTitle: string; readonly author: string }

/** What is worked on in these channels, changed last first; of one author, unless `ofAll`. One more than a page. */
export function listProposals(
  db: Db,
  channels: readonly Pick<ChannelRow, 'id'>[],
  { author, before }: { author: AccountId | null; before?: PostId | undefined },
): Promise<ProposalRow[]> {
  return runSql<ProposalRow>(
    db,
    `select p.id, p.channel_id as "channelId", p.state, p.seq, p.rev, p.text, p.attachments, p.poll, p.has_comments as "hasComments",
       p.comment_seq as "commentSeq", p.author_id as "authorId",
       p.word, p.changed_at as "changedAt", p.scheduled_at as "scheduledAt", p.published_at as "publishedAt",
       p.edited_at as "editedAt", p.pinned_at as "pinnedAt", c.title as "channelTitle",
       coalesce((select name from person where person.organization_id = c.organization_id
         and person.account_id = p.author_id order by person.role in ('parent', 'student') limit 1), '') as author
     from post p join channel c on c.id = p.channel_id
     where p.channel_id = any($1::uuid[]) and p.state in ('draft', 'proposed', 'returned', 'scheduled')
       and ($2::uuid is null or p.author_id = $2)
       and ($3::uuid is null or (p.changed_at, p.id) < (select changed_at, id from post where id = $3))
     order by p.changed_at desc, p.id desc limit ${String(PAGE + 1)}`,
    [channels.map(({ id }) => id), author, before ?? null],
  )
}
