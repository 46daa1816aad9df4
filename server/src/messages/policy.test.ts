import { describe, expect, test } from 'vitest'
import { type MessageFacts, messagePolicy, type MessageVerdict } from './policy.ts'

type Who = 'author' | 'moderator' | 'member'
type What = MessageFacts['kind'] | 'deleted' | 'old' | 'old poll' | 'closed poll'
const system = {
  'call': 'forbidden',
  'member-entered': 'forbidden',
  'members-joined': 'forbidden',
  'members-left': 'forbidden',
  'chat-renamed': 'forbidden',
  'chat-changed': 'forbidden',
} as const
const said = {
  'text': 'allow',
  'poll': 'allow',
  'saved': 'allow',
  'old': 'allow',
  'old poll': 'allow',
  'closed poll': 'allow',
  'deleted': 'allow',
} as const
const no = {
  'text': 'forbidden',
  'poll': 'forbidden',
  'saved': 'forbidden',
  'old': 'forbidden',
  'old poll': 'forbidden',
  'closed poll': 'forbidden',
  'deleted': 'forbidden',
} as const
const reactions = { ...said, ...system, deleted: 'message-deleted' } as const
const votes = { ...no, ...system, 'poll': 'allow', 'old poll': 'allow', 'closed poll': 'poll-closed' } as const
const closes = { ...votes, 'closed poll': 'allow' } as const

const tables = {
  edit: {
    author: { ...no, ...system, text: 'allow', old: 'edit-window-over', deleted: 'message-deleted' },
    moderator: { ...no, ...system },
    member: { ...no, ...system },
  },
  delete: {
    author: { ...said, ...system, 'old': 'edit-window-over', 'old poll': 'edit-window-over' },
    moderator: { ...said, ...system },
    member: { ...no, ...system },
  },
  react: { author: reactions, moderator: reactions, member: reactions },
  vote: { author: votes, moderator: votes, member: votes },
  closePoll: { author: closes, moderator: closes, member: { ...no, ...system } },
} as const satisfies Record<keyof typeof messagePolicy, Record<Who, Record<What, MessageVerdict>>>

const kinds: Partial<Record<What, MessageFacts['kind']>> = {
  'deleted': 'text',
  'old': 'text',
  'old poll': 'poll',
  'closed poll': 'poll',
}

describe.each(Object.entries(tables))('%s', (action, table) => {
  const cases = Object.entries<Record<string, MessageVerdict>>(table).flatMap(([who, row]) =>
    Object.entries(row).map(([what, verdict]) => [who, what, verdict] as const),
  )
  test.each(cases)('%s, %s → %s', (who, what, verdict) => {
    const facts: MessageFacts = {
      kind: kinds[what as What] ?? (what as MessageFacts['kind']),
      isDeleted: what === 'deleted',
      isOld: what.startsWith('old'),
      isOwn: who === 'author',
      mayModerate: who === 'moderator',
      isClosed: what === 'closed poll',
    }
    expect(messagePolicy[action as keyof typeof tables](facts)).toBe(verdict)
  })
})

test('a poll that is deleted takes no more votes', () => {
  const facts = {
    kind: 'poll',
    isOwn: false,
    isDeleted: true,
    isOld: false,
    mayModerate: false,
    isClosed: false,
  } as const
  expect(messagePolicy.vote(facts)).toBe('message-deleted')
})
