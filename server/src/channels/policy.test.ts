import type { PostState } from '@kolosok/contract'
import { describe, expect, test } from 'vitest'
import type { OrganizationRole } from '#organizations/index.ts'
import {
  type ChannelAction,
  type ChannelFacts,
  channelPolicy,
  type ChannelVerdict,
  type PostAction,
  type PostFacts,
  postPolicy,
  type PostVerdict,
} from './policy.ts'

type Who = OrganizationRole | 'stranger'
const whos: readonly Who[] = [
  'admin',
  'head',
  'management',
  'teacher',
  'unconfirmed-teacher',
  'parent',
  'student',
  'stranger',
]
/** Whether it is for them, then: another one, one for parents, a closed one. */
type Row = Record<'own' | 'of others' | 'of parents' | 'closed', ChannelVerdict>

const row = (own: ChannelVerdict, others: ChannelVerdict, parents: ChannelVerdict, closed: ChannelVerdict): Row => ({
  'own': own,
  'of others': others,
  'of parents': parents,
  'closed': closed,
})
const nothing = row('not-found', 'not-found', 'not-found', 'not-found')
const sees = row('allow', 'not-found', 'not-found', 'not-found')
const mayNot = row('forbidden', 'not-found', 'not-found', 'not-found')
const office = row('allow', 'allow', 'allow', 'not-found')
const officeMayNot = row('forbidden', 'forbidden', 'forbidden', 'not-found')
const ofReaders = row('allow', 'forbidden', 'forbidden', 'not-found')

// A missing action or role does not compile: it must be decided here first.
const table = {
  see: {
    'admin': row('allow', 'allow', 'allow', 'allow'),
    'head': office,
    'management': office,
    'teacher': row('allow', 'not-found', 'allow', 'not-found'),
    'unconfirmed-teacher': sees,
    'parent': sees,
    'student': sees,
    'stranger': nothing,
  },
  setOwn: {
    'admin': row('allow', 'forbidden', 'forbidden', 'forbidden'),
    'head': ofReaders,
    'management': ofReaders,
    'teacher': row('allow', 'not-found', 'forbidden', 'not-found'),
    'unconfirmed-teacher': sees,
    'parent': sees,
    'student': sees,
    'stranger': nothing,
  },
  propose: {
    'admin': row('allow', 'allow', 'allow', 'channel-closed'),
    'head': office,
    'management': office,
    'teacher': row('allow', 'not-found', 'allow', 'not-found'),
    'unconfirmed-teacher': mayNot,
    'parent': mayNot,
    'student': mayNot,
    'stranger': nothing,
  },
  publish: {
    'admin': row('allow', 'allow', 'allow', 'channel-closed'),
    'head': officeMayNot,
    'management': officeMayNot,
    'teacher': row('forbidden', 'not-found', 'forbidden', 'not-found'),
    'unconfirmed-teacher': mayNot,
    'parent': mayNot,
    'student': mayNot,
    'stranger': nothing,
  },
  count: {
    'admin': row('allow', 'allow', 'allow', 'allow'),
    'head': office,
    'management': office,
    'teacher': row('forbidden', 'not-found', 'forbidden', 'not-found'),
    'unconfirmed-teacher': mayNot,
    'parent': mayNot,
    'student': mayNot,
    'stranger': nothing,
  },
} as const satisfies Record<ChannelAction, Record<Who, Row>>

function channelOf(who: string, which: string): ChannelFacts {
  return {
    roles: who === 'stranger' ? [] : [who as OrganizationRole],
    isReader: which === 'own' && who !== 'stranger',
    audience: which === 'of parents' ? 'parents' : 'groups',
    isClosed: which === 'closed',
  }
}

describe.each(Object.entries(table))('%s a channel', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([who, verdicts]) =>
    Object.entries(verdicts).map(([which, verdict]) => [who, which, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (who, which, verdict) => {
    expect(channelPolicy[action as ChannelAction](channelOf(who, which))).toBe(verdict)
  })
})

type States = Record<PostState, PostVerdict>
const states = (draft: PostVerdict, proposed = draft, returned = draft, scheduled = draft, published = draft) => ({
  draft,
  proposed,
  returned,
  scheduled,
  published,
})
const hidden = states('not-found')
const published = (verdict: PostVerdict): States => ({ ...hidden, published: verdict })
const unpublished = (verdict: PostVerdict): States => ({ ...states('post-not-published'), published: verdict })
const own = states('allow', 'allow', 'allow', 'post-published', 'post-published')

const byReaders = {
  'admin': unpublished('allow'),
  'author': unpublished('allow'),
  'author, now a parent only': published('allow'),
  'others': published('allow'),
}

const byPublishers = {
  'admin': unpublished('allow'),
  'author': states('forbidden'),
  'author, now a parent only': published('forbidden'),
  'others': published('forbidden'),
}

/** Of a channel that is for all of them. */
const ofPosts = {
  see: { ...byReaders, admin: states('allow'), author: states('allow') },
  write: {
    'admin': states('allow'),
    'author': own,
    'author, now a parent only': published('post-published'),
    'others': published('forbidden'),
  },
  remove: {
    'admin': states('allow'),
    'author': own,
    'author, now a parent only': published('post-published'),
    'others': published('forbidden'),
  },
  publish: {
    'admin': states('allow'),
    'author': states('forbidden'),
    'author, now a parent only': published('forbidden'),
    'others': published('forbidden'),
  },
  returnToAuthor: {
    'admin': states('post-not-proposed', 'allow', 'allow', 'post-not-proposed', 'post-published'),
    'author': states('forbidden'),
    'author, now a parent only': published('forbidden'),
    'others': published('forbidden'),
  },
  seeComments: byReaders,
  comment: byReaders,
  vote: byReaders,
  closePoll: byPublishers,
  pin: byPublishers,
} as const satisfies Record<PostAction, Record<string, States>>

/** A post that asks something. */
const postOf = (channel: ChannelFacts, post: Partial<PostFacts>): PostFacts => ({
  state: 'draft',
  isAuthor: false,
  poll: 'open',
  hasComments: true,
  ...channel,
  ...post,
})

/** `others`: whoever is neither an administrator nor wrote it. */
const peopleOf = (who: string): Who[] => {
  if (who === 'admin') return ['admin']
  if (who === 'author') return ['head', 'management', 'teacher']
  if (who === 'others') return whos.filter((one) => one !== 'admin' && one !== 'stranger')
  return ['parent', 'unconfirmed-teacher']
}

describe.each(Object.entries(ofPosts))('%s a post', (action, rows) => {
  const cases = Object.entries(rows).flatMap(([who, verdicts]) =>
    peopleOf(who).flatMap((role) =>
      Object.entries(verdicts).map(([state, verdict]) => [who, role, state, verdict] as const),
    ),
  )
  test.each(cases)('%s (%s), %s → %s', (who, role, state, verdict) => {
    // What the staff says among themselves; families' threads: `comment-policy.test.ts`.
    const facts = postOf(
      { ...channelOf(role, 'own'), audience: 'staff' },
      { state: state as PostState, isAuthor: who.startsWith('author') },
    )
    expect(postPolicy[action as PostAction](facts)).toBe(verdict)
  })

  test.each(['draft', 'published'] as const)('nothing of it is there for a stranger: %s', (state) => {
    const facts = postOf(channelOf('stranger', 'own'), { state, isAuthor: true })
    expect(postPolicy[action as PostAction](facts)).toBe('not-found')
  })
})

test.each(['write', 'publish'] as const)('%s waits while the channel is closed', (action) => {
  expect(postPolicy[action](postOf(channelOf('admin', 'closed'), { state: 'draft' }))).toBe('channel-closed')
})
