import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { refetchTopics } from './query-client.ts'

/** A page whose answers come when the test says so. */
function openPage() {
  const client = new QueryClient()
  const asked: ((answer: string) => void)[] = []
  const observer = new QueryObserver(client, {
    queryKey: ['meeting'],
    queryFn: () => new Promise<string>((answer) => asked.push(answer)),
    meta: { topics: ['meetings'] },
  })
  const leave = observer.subscribe(() => undefined)
  return { client, asked, shown: () => observer.getCurrentResult().data, leave }
}

test('news that come while a page loads for the first time are asked for once it has loaded', async () => {
  const { client, asked, shown, leave } = openPage()
  refetchTopics(client, ['meetings'])
  asked[0]?.('as before the news')
  await vi.waitFor(() => {
    expect(asked).toHaveLength(2)
  })
  asked[1]?.('as after them')
  await vi.waitFor(() => {
    expect(shown()).toBe('as after them')
  })
  leave()
})

test('what shows something else is not asked for again', async () => {
  const { client, asked, shown, leave } = openPage()
  refetchTopics(client, ['chats'])
  asked[0]?.('as it is')
  await vi.waitFor(() => {
    expect(shown()).toBe('as it is')
  })
  expect(asked).toHaveLength(1)
  leave()
})
