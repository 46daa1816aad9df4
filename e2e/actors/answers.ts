import type { APIResponse, Page } from '@playwright/test'

/** What the API answers to whoever is signed in on this page. */
export async function read<T>(page: Page, address: string): Promise<T> {
  const answer = await page.request.get(address)
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`)
  return (await answer.json()) as T
}

export const statusOf = async (page: Page, address: string): Promise<number> =>
  (await page.request.get(address)).status()

export async function refusal(answer: APIResponse): Promise<[number, string]> {
  return [answer.status(), ((await answer.json()) as { code: string }).code]
}

/** Everything of a refusal but the address it names: equal for what is hidden and what is not there. */
export async function bodyOf(page: Page, address: string): Promise<unknown> {
  return { ...((await (await page.request.get(address)).json()) as object), instance: '' }
}

type Membership = { readonly organization: { readonly id: string; readonly code: string } }

export const membershipsOf = async (page: Page): Promise<readonly Membership[]> =>
  (await read<{ memberships: readonly Membership[] }>(page, '/api/me/memberships')).memberships

type Child = { readonly id: string; readonly name: string }

export const childrenOf = async (page: Page, group: string): Promise<readonly Child[]> =>
  (await read<{ children: readonly Child[] }>(page, `/api/groups/${group}/children`)).children

/** The texts of a chat in their order, as this person is given them. */
export async function textsOf(page: Page, chat: string): Promise<readonly string[]> {
  const { messages } = await read<{ messages: { seq: number; kind: string; text: string }[] }>(
    page,
    `/api/chats/${chat}/messages`,
  )
  return messages
    .filter(({ kind }) => kind === 'text')
    .sort((one, other) => one.seq - other.seq)
    .map(({ text }) => text)
}
