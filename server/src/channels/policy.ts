import type { AudienceKind, PostState, ProblemCode } from '@kolosok/contract'
import type { OrganizationRole } from '#organizations/index.ts'

export type ChannelFacts = {
  /** In the channel's organization; empty for a stranger. */
  readonly roles: readonly OrganizationRole[]
  /** It is for them: by the structure, at this moment. */
  readonly isReader: boolean
  readonly audience: AudienceKind
  readonly isClosed: boolean
}

export type ChannelVerdict = 'allow' | Extract<ProblemCode, 'not-found' | 'forbidden' | 'channel-closed'>

const publishes = ({ roles }: ChannelFacts) => roles.includes('admin')
const looksAfter = ({ roles }: ChannelFacts) => roles.some((role) => ['admin', 'head', 'management'].includes(role))
const proposes = (channel: ChannelFacts) => looksAfter(channel) || channel.roles.includes('teacher')

function see(channel: ChannelFacts): ChannelVerdict {
  if (channel.roles.length === 0) return 'not-found'
  if (channel.isClosed) return publishes(channel) ? 'allow' : 'not-found'
  if (channel.isReader || looksAfter(channel)) return 'allow'
  // Teachers know what all parents are told.
  return channel.audience === 'parents' && proposes(channel) ? 'allow' : 'not-found'
}

function seeing(channel: ChannelFacts, may: boolean): ChannelVerdict {
  const seen = see(channel)
  if (seen !== 'allow') return seen
  return may ? 'allow' : 'forbidden'
}

const open = (channel: ChannelFacts, verdict: ChannelVerdict): ChannelVerdict =>
  verdict === 'allow' && channel.isClosed ? 'channel-closed' : verdict

export const channelPolicy = {
  see,
  /** How far one has read, muted or not: of those it is for. */
  setOwn: (channel: ChannelFacts) => seeing(channel, channel.isReader),
  /** To hand in material. */
  propose: (channel: ChannelFacts) => open(channel, seeing(channel, proposes(channel))),
  publish: (channel: ChannelFacts) => open(channel, seeing(channel, publishes(channel))),
  /** By how many a post was seen. */
  count: (channel: ChannelFacts) => seeing(channel, looksAfter(channel)),
} as const

export type ChannelAction = keyof typeof channelPolicy

export type PostFacts = ChannelFacts & {
  readonly state: PostState
  readonly isAuthor: boolean
  readonly poll: 'none' | 'open' | 'closed'
  /** By the post, or else by its channel. */
  readonly hasComments: boolean
}

export type PostVerdict =
  | ChannelVerdict
  | Extract<
      ProblemCode,
      'post-published' | 'post-not-published' | 'post-not-proposed' | 'poll-closed' | 'comments-closed'
    >

/** Published ones are the readers'; before that, the administrators' and the author's. */
function seePost(post: PostFacts): PostVerdict {
  const seen = see(post)
  if (seen !== 'allow' || post.state === 'published' || publishes(post)) return seen
  return post.isAuthor && proposes(post) ? 'allow' : 'not-found'
}

/** An administrator as the state allows; the author while it is still theirs to change. */
function change(post: PostFacts, ofAdmin: PostVerdict): PostVerdict {
  const seen = seePost(post)
  if (seen !== 'allow') return seen
  if (publishes(post)) return ofAdmin
  if (!post.isAuthor) return 'forbidden'
  return post.state === 'published' || post.state === 'scheduled' ? 'post-published' : 'allow'
}

function decide(post: PostFacts, inState: PostVerdict): PostVerdict {
  const seen = seePost(post)
  if (seen !== 'allow') return seen
  return publishes(post) ? inState : 'forbidden'
}

/** Those it is for answer; whoever looks after the channel sees the answers. */
function vote(post: PostFacts): PostVerdict {
  const seen = seePost(post)
  if (seen !== 'allow') return seen
  if (!post.isReader || post.poll === 'none') return 'forbidden'
  if (post.state !== 'published') return 'post-not-published'
  if (post.isClosed) return 'channel-closed'
  return post.poll === 'closed' ? 'poll-closed' : 'allow'
}

/** Closing what is closed is allowed, and changes nothing. */
function closePoll(post: PostFacts): PostVerdict {
  if (post.poll === 'none') return decide(post, 'forbidden')
  return decide(post, post.state === 'published' ? 'allow' : 'post-not-published')
}

/** Families speak there: who is not confirmed yet sees only what the staff says among themselves. */
function seeComments(post: PostFacts): PostVerdict {
  const seen = seePost(post)
  if (seen !== 'allow') return seen
  const isKnown = post.roles.some((role) => role !== 'unconfirmed-teacher')
  if (!isKnown && post.audience !== 'staff') return 'forbidden'
  return post.state === 'published' ? 'allow' : 'post-not-published'
}

function comment(post: PostFacts): PostVerdict {
  const seen = seeComments(post)
  if (seen !== 'allow') return seen
  if (post.isClosed) return 'channel-closed'
  return post.hasComments ? 'allow' : 'comments-closed'
}

export const postPolicy = {
  see: seePost,
  vote,
  closePoll,
  seeComments,
  comment,
  write: (post: PostFacts) => change(post, post.isClosed ? 'channel-closed' : 'allow'),
  remove: (post: PostFacts) => change(post, 'allow'),
  /** Again: changes nothing. */
  publish: (post: PostFacts) => decide(post, post.isClosed ? 'channel-closed' : 'allow'),
  returnToAuthor(post: PostFacts) {
    if (post.state === 'published') return decide(post, 'post-published')
    return decide(post, post.state === 'proposed' || post.state === 'returned' ? 'allow' : 'post-not-proposed')
  },
  pin: (post: PostFacts) => decide(post, post.state === 'published' ? 'allow' : 'post-not-published'),
} as const

export type PostAction = keyof typeof postPolicy

export type CommentFacts = PostFacts & {
  readonly isOwn: boolean
  /** Said longer ago than its author may put it in other words. */
  readonly isOld: boolean
}

export type CommentVerdict = PostVerdict | Extract<ProblemCode, 'edit-window-over'>

export const commentPolicy = {
  edit(facts: CommentFacts): CommentVerdict {
    const may = comment(facts)
    if (may !== 'allow') return may
    if (!facts.isOwn) return 'forbidden'
    return facts.isOld ? 'edit-window-over' : 'allow'
  },
  /** One's own at any time; anybody's by those who look after the channel. */
  remove(facts: CommentFacts): CommentVerdict {
    const seen = seeComments(facts)
    if (seen !== 'allow') return seen
    return facts.isOwn || looksAfter(facts) ? 'allow' : 'forbidden'
  },
} as const

export type CommentAction = keyof typeof commentPolicy
