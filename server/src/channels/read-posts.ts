import type { ChannelId, OrganizationId, PostId } from '@kolosok/contract'
import { accessOrganization, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import type { Context } from '#platform/context.ts'
import { accessChannel, accessPost } from './access.ts'
import { findThreads } from './threads.ts'
import { channelPolicy } from './policy.ts'
import { findCounts } from './polls.ts'
import { listPinned, listPosts, PAGE } from './post.store.ts'
import { presentChannel, presentProposal, presentPost } from './present.ts'
import { listProposals } from './proposal.store.ts'
import { countPositions, countPositionsByGroup, listChannels } from './store.ts'

type Asked = {
  readonly channelId: ChannelId
  readonly before?: number | undefined
  readonly words?: string | undefined
}

export async function getPosts({ db }: Context, actor: Actor, { channelId, ...asked }: Asked) {
  const channel = await accessChannel(db, actor, channelId, 'see')
  const isCounted = channelPolicy.count(channel) === 'allow'
  const isFirst = asked.before === undefined && (asked.words ?? '') === ''
  const [rows, pinned, positions] = await Promise.all([
    listPosts(db, channelId, asked),
    isFirst ? listPinned(db, channelId) : [],
    isCounted ? countPositions(db, channelId) : null,
  ])
  const page = rows.slice(0, PAGE)
  const shown = [...page, ...pinned]
  const [counts, comments] = await Promise.all([findCounts(db, shown, actor), findThreads(db, shown, channel, actor)])
  const counted = { positions, counts, comments }
  return {
    channel: presentChannel(channel),
    posts: page.map((post) => presentPost(post, counted)),
    pinned: pinned.map((post) => presentPost(post, counted)),
    next: rows.length > PAGE ? (page.at(-1)?.seq ?? null) : null,
  }
}

/** What is worked on: everything for those who publish, one's own for those who propose. */
export async function getProposals(
  { db }: Context,
  actor: Actor,
  { organizationId, before }: { organizationId: OrganizationId; before?: PostId | undefined },
) {
  const organization = await accessOrganization(db, actor, organizationId, 'propose')
  const isAll = organizationPolicy.manageChannels(organization) === 'allow'
  const channels = await listChannels(db, organizationId, actor.accountId)
  const seen = channels.filter((row) => channelPolicy.see(row) === 'allow')
  const rows = await listProposals(db, seen, { author: isAll ? null : actor.accountId, before })
  const page = rows.slice(0, PAGE)
  return {
    proposals: page.map((row) => presentProposal(row, row.authorId === actor.accountId)),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Numbers only: who of them it was is nobody's business. */
export async function getSeen({ db }: Context, actor: Actor, { postId }: { postId: PostId }) {
  const { channelId, seq } = await accessPost(db, actor, postId, 'see')
  await accessChannel(db, actor, channelId, 'count')
  if (seq === null) throw new AppError('post-not-published')
  return { groups: await countPositionsByGroup(db, channelId, seq) }
}
