import type { ChatId } from '@kolosok/contract'
import { expect, test } from 'vitest'
import type { ChatEvent } from '#platform/bus.ts'
import { createFeed, takeReady } from './feed.ts'

const event = (since: number, rev = since + 1, audienceVersion = 1): ChatEvent => ({
  type: 'chat',
  changes: { chatId: 'c' as ChatId, since, rev, reset: false, messages: [] },
  audienceVersion,
})
const feedWith = (delivered: number | undefined, ...waiting: ChatEvent[]) => ({ ...createFeed(), delivered, waiting })

test('what overtook its predecessor waits for it, then goes with it in one frame', () => {
  const feed = feedWith(4, event(5))
  expect(takeReady(feed)).toBeUndefined()

  feed.waiting.push(event(4))
  expect(takeReady(feed)).toEqual(event(4, 6))
  expect(feed).toMatchObject({ delivered: 6, waiting: [] })
})

test('what was delivered is dropped, what reaches beyond it is not', () => {
  const feed = feedWith(4, event(2), event(3, 6))
  expect(takeReady(feed)).toEqual(event(3, 6))
  expect(takeReady(feed)).toBeUndefined()
})

test('a frame is for one audience', () => {
  const feed = feedWith(4, event(4), event(5, 6, 2), event(6, 7, 2))
  expect([takeReady(feed), takeReady(feed)]).toEqual([event(4), event(5, 7, 2)])
})

test('a new feed begins with the earliest event at hand', () => {
  expect(takeReady(feedWith(undefined, event(8), event(7)))).toEqual(event(7, 9))
})
