import { type Channel, type CountedPoll, plainText, type Proposal, type Post } from '@kolosok/contract'
import { isOffered } from '#organizations/index.ts'
import type { PostPoll } from '#platform/schema/channels.ts'
import { channelPolicy } from './policy.ts'
import type { CountRow } from './poll.store.ts'
import type { PostRow } from './post.store.ts'
import type { ProposalRow } from './proposal.store.ts'
import type { ChannelRow } from './store.ts'

const BEGINNING = 200

/** What it begins with, without signs that a cut could leave half of; where it says nothing, what it asks. */
export const beginningOf = (text: string, question: string | null = null): string =>
  Array.from(plainText(text) || (question ?? ''))
    .slice(0, BEGINNING)
    .join('')

export function presentChannel(row: ChannelRow): Channel {
  const { roles: _, isOrganizationClosed: __, audience, groupIds, lastText, lastAt, ...channel } = row
  return {
    ...channel,
    audience: { kind: audience, groupIds },
    last: lastAt && { text: beginningOf(lastText ?? ''), publishedAt: lastAt.toISOString() },
    mayPropose: isOffered(channelPolicy.propose(row), row),
    mayPublish: isOffered(channelPolicy.publish(row), row),
  }
}

/** Readers in all, and how many have come to which place. */
type Positions = readonly { readonly readSeq: number; readonly readers: number }[]

const sum = (positions: Positions) => positions.reduce((count, { readers }) => count + readers, 0)

/** Of one post, whatever else was counted with it. */
export function presentPoll(poll: PostPoll, counts: readonly CountRow[]): CountedPoll {
  const found = (place: number | null) => counts.find(({ option }) => option === place)
  return {
    ...poll,
    options: poll.options.map((text, place) => ({ text, count: found(place)?.count ?? 0 })),
    voters: found(null)?.count ?? 0,
    chosen: poll.options.flatMap((_, place) => (found(place)?.isChosen ? [place] : [])),
  }
}

const pollOf = ({ id, poll }: PostRow, counts: readonly CountRow[]) =>
  poll &&
  presentPoll(
    poll,
    counts.filter(({ postId }) => postId === id),
  )

const moment = (at: Date | null) => at?.toISOString() ?? null

type Counted = {
  readonly counts: readonly CountRow[]
  /** What the reader sees under a post; nothing where there can be none yet. */
  readonly comments?: (post: PostRow) => Post['comments']
  readonly positions?: Positions | null
}

export function presentPost(post: PostRow, { counts, positions = null, comments = () => null }: Counted): Post {
  const { id, channelId, state, seq, rev, text, attachments } = post
  const seen = positions && seq !== null ? positions.filter(({ readSeq }) => readSeq >= seq) : null
  return {
    id,
    channelId,
    state,
    seq,
    rev,
    text,
    attachments,
    poll: pollOf(post, counts),
    hasComments: post.hasComments,
    comments: comments(post),
    publishedAt: moment(post.publishedAt),
    scheduledAt: moment(post.scheduledAt),
    editedAt: moment(post.editedAt),
    isPinned: post.pinnedAt !== null,
    seen: seen && positions && { count: sum(seen), readers: sum(positions) },
  }
}

/** Nobody has answered yet what is not published. */
export const presentProposal = (row: ProposalRow, isOwn: boolean): Proposal => ({
  ...presentPost(row, { counts: [] }),
  channelTitle: row.channelTitle,
  author: row.author,
  isOwn,
  word: row.word,
  changedAt: row.changedAt.toISOString(),
})
