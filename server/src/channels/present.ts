import type { Channel, Proposal, Post } from '@kolosok/contract'
import { channelPolicy } from './policy.ts'
import type { ProposalRow, PostRow } from './post.store.ts'
import type { ChannelRow } from './store.ts'

export function presentChannel(row: ChannelRow): Channel {
  const { roles: _, audience, groupIds, lastText, lastAt, ...channel } = row
  return {
    ...channel,
    audience: { kind: audience, groupIds },
    last: lastAt && { text: lastText ?? '', publishedAt: lastAt.toISOString() },
    mayPropose: channelPolicy.propose(row) === 'allow',
    mayPublish: channelPolicy.publish(row) === 'allow',
  }
}

/** Readers in all, and how many have come to which place. */
export type Positions = readonly { readonly readSeq: number; readonly readers: number }[]

const sum = (positions: Positions) => positions.reduce((count, { readers }) => count + readers, 0)

export function presentPost(post: PostRow, positions: Positions | null): Post {
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
    publishedAt: post.publishedAt?.toISOString() ?? null,
    scheduledAt: post.scheduledAt?.toISOString() ?? null,
    editedAt: post.editedAt?.toISOString() ?? null,
    isPinned: post.pinnedAt !== null,
    seen: seen && positions && { count: sum(seen), readers: sum(positions) },
  }
}

export const presentProposal = (row: ProposalRow, isOwn: boolean): Proposal => ({
  ...presentPost(row, null),
  channelTitle: row.channelTitle,
  author: row.author,
  isOwn,
  word: row.word,
  changedAt: row.changedAt.toISOString(),
})
