import type { AccountId, ChatId } from '@kolosok/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLocalBus } from '#platform/bus.ts'
import { createArrivals } from './arrivals.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function listening() {
  const bus = createLocalBus()
  const told: string[] = []
  bus.listen((event) => event.type === 'accounts' && told.push(event.accountIds.join(' ')))
  const note = createArrivals(bus)
  const come = (chat = 'chat', host = 'host') => {
    note(chat as ChatId, [host as AccountId])
  }
  return { told, come }
}

test('of three hundred who come in ten seconds a host is told eleven times, of the first one at once', () => {
  const { told, come } = listening()
  come()
  expect(told).toEqual(['host'])
  for (let at = 1; at < 300; at += 1) {
    vi.advanceTimersByTime(10_000 / 300)
    come()
  }
  vi.advanceTimersByTime(60_000)
  expect(told).toHaveLength(11)
})

test('whoever comes alone is told of at once, to those who are hosts by then, and each call by itself', () => {
  const { told, come } = listening()
  come('one', 'her')
  come('other', 'him')
  come('one', 'both')
  expect(told).toEqual(['her', 'him'])
  vi.advanceTimersByTime(5_000)
  expect(told).toEqual(['her', 'him', 'both'])
  come('one', 'her')
  expect(told.at(-1)).toBe('her')
})
