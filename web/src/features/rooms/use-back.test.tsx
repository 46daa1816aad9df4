// @vitest-environment happy-dom
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useBack } from './use-back.ts'

afterEach(cleanup)

function Screen({ said, hasElsewhere }: { said: string[]; hasElsewhere: boolean }) {
  const onElsewhere = hasElsewhere ? () => said.push('elsewhere') : undefined
  useBack(true, { onBack: () => said.push('back'), onElsewhere })
  return null
}

/** A call's screen over the page of a meeting. */
function cover(hasElsewhere = false) {
  const history = createMemoryHistory({ initialEntries: ['/meetings/1'] })
  const router = createRouter({ routeTree: createRootRoute(), history })
  const said: string[] = []
  render(
    <RouterContextProvider router={router}>
      <Screen said={said} hasElsewhere={hasElsewhere} />
    </RouterContextProvider>,
  )
  return { history, said }
}

test('a page beneath that goes on by itself takes nothing away, and «Назад» leads to where it has gone', () => {
  for (const go of ['push', 'replace'] as const) {
    const { history, said } = cover()
    act(() => history[go]('/chats/1'))
    expect(said).toEqual([])
    act(() => history.back())
    expect([said, history.location.pathname]).toEqual([['back'], '/chats/1'])
    cleanup()
  }
})

test('whoever wants to see where they have gone does', () => {
  const { history, said } = cover(true)
  act(() => history.push('/chats/1'))
  expect([said, history.location.pathname]).toEqual([['elsewhere'], '/chats/1'])
})
