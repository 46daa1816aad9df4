import type { ChannelId, OrganizationId, PostId } from '@kolosok/contract'
import type { Actor } from '#platform/actor.ts'
import { type Db, runSql } from '#platform/db.ts'
import { beginnings } from '#platform/words.ts'
import { channelPolicy } from './policy.ts'
import { wordsOf } from './post.store.ts'
import { beginningOf } from './present.ts'
import { listChannels } from './store.ts'

type FoundPost = {
  readonly id: PostId
  readonly channelId: ChannelId
  readonly channelTitle: string
  readonly text: string
}
type Search = { readonly organizationId: OrganizationId; readonly search: string; readonly limit: number }

/** Published ones that say so, in the channels one may see; the newest first. */
export async function findPosts(
  db: Db,
  { accountId }: Pick<Actor, 'accountId'>,
  { organizationId, search, limit }: Search,
): Promise<FoundPost[]> {
  const begins = beginnings(search)
  if (begins === null) return []
  const channels = await listChannels(db, organizationId, accountId)
  const ids = channels.filter((channel) => channelPolicy.see(channel) === 'allow').map(({ id }) => id)
  const found = await runSql<FoundPost & { question: string | null }>(
    db,
    `select p.id, c.id as "channelId", c.title as "channelTitle", p.text, p.poll ->> 'question' as question
     from post p join channel c on c.id = p.channel_id
     where p.state = 'published' and c.id = any($1::uuid[])
       and (${wordsOf('p')} @@ websearch_to_tsquery('russian', $2)
         or ${wordsOf('p')} @@ to_tsquery('simple', $3))
     order by p.published_at desc, p.id desc limit ${String(limit)}`,
    [ids, search, begins],
  )
  return found.map(({ text, question, ...post }) => ({ ...post, text: beginningOf(text, question) }))
}
