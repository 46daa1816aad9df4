import type { ChannelId, OrganizationId, PostId } from '@kolosok/contract'
import { accessOrganization, organizationPolicy } from '#organizations/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Context } from '#platform/context.ts'
import { accessChannel } from './access.ts'
import { channelPolicy } from './policy.ts'
import { listProposals, listPinned, listPosts, PAGE } from './post.store.ts'
import { presentChannel, presentProposal, presentPost } from './present.ts'
import { countPositions, listChannels } from './store.ts'

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
  return {
    channel: presentChannel(channel),
    posts: page.map((post) => presentPost(post, positions)),
    pinned: pinned.map((post) => presentPost(post, positions)),
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
