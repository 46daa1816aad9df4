import { type Page, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { childrenOf, read, refusal, statusOf } from '../actors/answers.ts'
import * as kindergarten from '../actors/kindergarten.ts'
import { join, personsHand } from '../actors/joining.ts'
import { keepConnections, wakeDevicesSlowly } from '../actors/frames.ts'
import { type Heard, listenToSockets } from '../actors/sockets.ts'
import type { Stage } from '../actors/stage.ts'
import { lookAt } from '../fixtures/barriers.ts'
import { expect } from '../fixtures/test.ts'
import * as cast from './cast.ts'
import type { Founded } from './founding.ts'

export const CHILD = 'Волков Юрий'
const OTHER_CHILD = 'Козлов Лев'

export type Opened = {
  readonly teacher: Page
  readonly therapist: Page
  readonly mother: Page
  readonly father: Page
  readonly stranger: Page
  /** What their open sockets are sent. */
  readonly heard: { readonly mother: Heard; readonly father: Heard }
  readonly young: string
  readonly chat: string
}

const chatRow = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(name) })

/** Steps 8–15: from an empty organization to both parents in the group's chat. */
export async function openGroups(stage: Stage, { administrator, stranger, code }: Founded): Promise<Opened> {
  const { open, installation } = stage
  let young = ''
  let senior = ''

  await test.step('8. Groups, and children pasted as a column of a table', async () => {
    await kindergarten.addGroups(administrator, code, ['Младшая', 'Старшая'])
    await lookAt(administrator, 'groups')
    young = await kindergarten.openGroup(administrator, code, 'Младшая')
    await kindergarten.pasteChildren(administrator, kindergarten.column(0, 16))
    await expect(administrator.getByText(CHILD).first()).toBeVisible()
    await lookAt(administrator, 'group')
    senior = await kindergarten.openGroup(administrator, code, 'Старшая')
    await kindergarten.pasteChildren(administrator, kindergarten.column(16, 24))
    await expect(administrator.getByText('Щукин Фёдор').first()).toBeVisible()
  })

  const [teacher, therapist] = [await open(), await open()]
  await test.step('9. Both join by the staff link; unconfirmed, nobody sees parents or children', async () => {
    const link = await kindergarten.inviteStaff(administrator, code)
    await join(teacher, stage, link, cast.teacher)
    await join(therapist, stage, link, cast.therapist)
    await expect(chatRow(teacher, 'Младшая')).toHaveCount(0)
    const hidden = [`/api/groups/${young}/children`, `/api/groups/${young}/invitations`]
    for (const address of hidden) expect([address, await statusOf(teacher, address)]).toEqual([address, 404])
    const { chats } = await read<{ chats: { title: string }[] }>(teacher, '/api/chats')
    expect(chats.map(({ title }) => title)).toEqual(['Педагоги'])
    await teacher.goto(`/o/${code}/groups/${young}`)
    await expect(teacher.getByText('Такой страницы нет, или она не для вас').first()).toBeVisible()
    await expect(teacher.getByText(CHILD)).toHaveCount(0)
    await kindergarten.askForConfirmation(teacher, code)
    await lookAt(teacher, 'confirmation-asked')
    await kindergarten.askForConfirmation(therapist, code)
  })

  await test.step('10. Confirmed; the teacher leads «Младшая», the therapist is in both groups and chats', async () => {
    await administrator.goto(`/o/${code}/confirmations`)
    await expect(administrator.getByText(cast.teacher.family).first()).toBeVisible()
    await lookAt(administrator, 'confirmations')
    await kindergarten.confirmPerson(administrator, code, cast.teacher.family)
    await kindergarten.confirmPerson(administrator, code, cast.therapist.family)
    await kindergarten.openGroup(administrator, code, 'Младшая')
    await kindergarten.assign(administrator, cast.teacher.family, 'воспитатель группы')
    await kindergarten.assign(administrator, cast.therapist.family, 'специалист')
    await kindergarten.openGroup(administrator, code, 'Старшая')
    await kindergarten.assign(administrator, cast.therapist.family, 'специалист')
    await therapist.goto('/chats')
    await expect(chatRow(therapist, 'Младшая')).toBeVisible()
    await expect(chatRow(therapist, 'Старшая')).toBeVisible()
    await teacher.goto('/chats')
    await expect(chatRow(teacher, 'Младшая')).toBeVisible()
    await expect(chatRow(teacher, 'Старшая')).toHaveCount(0)
  })

  let link = ''
  let revoked = ''
  await test.step('11. The teacher prints the sheet of «Младшая»; «Старшая» is refused to her', async () => {
    await kindergarten.openGroup(teacher, code, 'Младшая')
    await teacher.getByRole('button', { name: 'Пригласить всех родителей' }).click()
    link = await kindergarten.linkOfChild(teacher, CHILD)
    revoked = await kindergarten.linkOfChild(teacher, OTHER_CHILD)
    await teacher.getByRole('link', { name: 'Листки для печати' }).click()
    // However far down the link was, the page begins at its top.
    await expect(teacher.getByRole('heading', { name: 'Листки для родителей' })).toBeInViewport()
    const download = teacher.waitForEvent('download')
    await teacher.getByRole('button', { name: 'Скачать PDF' }).click()
    const sheet = await readFile(await (await download).path())
    expect(sheet.subarray(0, 5).toString()).toBe('%PDF-')
    await lookAt(teacher, 'sheet')
    const [theirs] = await childrenOf(administrator, senior)
    const refused = await teacher.request.put(`/api/groups/${senior}/invitations`, {
      headers: { origin: installation.url },
      data: { childIds: [theirs?.id] },
    })
    expect(await refusal(refused)).toEqual([403, 'forbidden'])
    expect(await statusOf(teacher, `/api/children/${theirs?.id ?? ''}`)).toBe(404)
    await kindergarten.openGroup(teacher, code, 'Старшая')
    await expect(teacher.getByText('Детей этой группы видят её педагоги и администрация.')).toBeVisible()
  })

  const [mother, father] = [await open('phone'), await open('phone')]
  for (const page of [teacher, mother, father]) await page.addInitScript(keepConnections)
  await teacher.addInitScript(wakeDevicesSlowly)
  const heard = { mother: listenToSockets(mother), father: listenToSockets(father) }
  await test.step("12. The mother is in the chat within a minute at a person's typing speed", async () => {
    const seconds = await join(mother, stage, link, cast.mother, personsHand)
    test.info().annotations.push({ type: 'seconds from the link to the chat', description: seconds.toFixed(1) })
    console.log(`  The mother is in the chat after ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThanOrEqual(60)
    await expect(mother.getByText('Младшая').first()).toBeVisible()
    await lookAt(mother, 'chat-new')
  })

  await test.step('13–14. The father joins by the second use; afterwards the link names nobody', async () => {
    await join(father, stage, link, cast.father)
    await stranger.goto(link)
    await expect(stranger.getByRole('heading', { name: 'Этой ссылкой уже воспользовались' })).toBeVisible()
    const token = new URL(link).pathname.split('/').at(-1) ?? ''
    const told = await (await stranger.request.get(`/api/invitations/${token}`)).text()
    const shown = (await stranger.locator('body').innerText()) + told
    for (const name of ['Волков', 'Юри', 'Ершова', 'Ольга', 'Младшая']) expect(shown).not.toContain(name)
    await lookAt(stranger, 'link-spent')
  })

  await test.step('15. An unclaimed link is revoked; opening it explains', async () => {
    await teacher.goto(`/o/${code}/invitations`)
    const row = teacher.getByRole('row').filter({ hasText: OTHER_CHILD })
    await row.getByRole('button', { name: /^Отозвать/ }).click()
    await teacher.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click()
    await expect(row.getByRole('button')).toHaveCount(0)
    await stranger.goto(revoked)
    await expect(stranger.getByRole('heading', { name: 'Эту ссылку отозвали' })).toBeVisible()
    await lookAt(teacher, 'invitations')
  })

  const chat = new URL(mother.url()).pathname.split('/').at(-1) ?? ''
  return { teacher, therapist, mother, father, stranger, heard, young, chat }
}
