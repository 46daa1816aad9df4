/** What is written down of channels. */
export const channelActions = [
  'channel.closed',
  'channel.created',
  'channel.edited',
  'channel.reopened',
  'comment.removed',
  'post.deleted',
  'post.edited',
  'post.pinned',
  'post.poll-closed',
  'post.proposed',
  'post.published',
  'post.returned',
  'post.scheduled',
  'post.unpinned',
] as const
