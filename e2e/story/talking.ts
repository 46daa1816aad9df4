import { test } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { bodyOf, childrenOf, statusOf, textsOf } from '../actors/answers.ts'
import { orderFile } from '../actors/applying.ts'
import * as talking from '../actors/talking.ts'
import type { Stage } from '../actors/stage.ts'
import { lookAt } from '../fixtures/barriers.ts'
import { expect } from '../fixtures/test.ts'
import type { Founded } from './founding.ts'
import { CHILD, type Opened } from './opening.ts'

/** Steps 16–18: what is written arrives once, for those it is meant for. */
export async function talk({ installation }: Stage, founded: Founded, opened: Opened): Promise<void> {
  const { teacher, therapist, mother, father, chat, young } = opened
  const everyone = [teacher, therapist, mother, father]

  await test.step('16. Written offline, with the server killed and started: each message once, for everyone', async () => {
    for (const page of [teacher, therapist]) await page.goto(`/chats/${chat}`)
    await talking.write(teacher, 'Добро пожаловать в группу!')
    await talking.expectOnce(mother, 'Добро пожаловать в группу!')
    await mother.context().setOffline(true)
    const texts = ['Здравствуйте, мы заболели', 'Вернёмся в понедельник']
    for (const text of texts) await talking.write(mother, text)
    await expect(mother.getByRole('img', { name: 'Отправляется' })).toHaveCount(2)
    await installation.kill()
    await installation.start()
    await mother.context().setOffline(false)
    for (const page of everyone) for (const text of texts) await talking.expectOnce(page, text)
    await mother.reload()
    for (const text of texts) await talking.expectOnce(mother, text)
    await expect(mother.getByRole('img', { name: 'Отправляется' })).toHaveCount(0)
    // Each by their own right: the teacher and the therapist from the beginning, the parents since they joined.
    for (const page of everyone) expect(await textsOf(page, chat)).toEqual(['Добро пожаловать в группу!', ...texts])
  })

  let photo = ''
  let file = ''
  await test.step("17. Photo, file, poll: results live for all; the photo's address is nothing to a stranger", async () => {
    await talking.sendFiles(teacher, ['order-photo.jpg', 'order.docx'])
    for (const page of everyone) {
      await expect(page.getByRole('button', { name: /Открыть фотографию/ })).toBeVisible()
      await expect(thread(page).getByText('order.docx').first()).toBeVisible()
    }
    photo = await talking.addressOfPhoto(mother)
    file = (await thread(father).getByRole('link', { name: 'order.docx' }).getAttribute('href')) ?? ''
    const sent = await readFile(orderFile('order.docx'))
    expect(sent.equals(await (await father.request.get(file)).body())).toBe(true)
    await talking.askAll(teacher, 'Кто придёт на утренник?', ['Приду', 'Не смогу'])
    await talking.vote(mother, 'Приду')
    await talking.vote(father, 'Не смогу')
    for (const page of everyone) await expect(page.getByText('Ответили 2 человека')).toBeVisible()
    await lookAt(teacher, 'chat')
    await lookAt(mother, 'chat-parent')
    for (const address of [photo, photo.replace('thumbnail', 'content'), file]) {
      expect(await statusOf(mother, address)).toBe(200)
      expect(await statusOf(opened.stranger, address)).toBe(404)
    }
  })

  await test.step('18. To the administrator of another organization none of it exists', async () => {
    const { neighbour, administrator, code } = founded
    const child = (await childrenOf(administrator, young)).find(({ name }) => name === CHILD)?.id ?? ''
    expect(await statusOf(administrator, `/api/children/${child}`)).toBe(200)
    const none = randomUUID()
    for (const [hidden, missing] of [
      [`/api/chats/${chat}`, `/api/chats/${none}`],
      [`/api/chats/${chat}/messages`, `/api/chats/${none}/messages`],
      [`/api/chats/${chat}/members`, `/api/chats/${none}/members`],
      [`/api/children/${child}`, `/api/children/${none}`],
      [`/api/groups/${young}/children`, `/api/groups/${none}/children`],
      [photo, `/api/files/${none}/thumbnail`],
      [file, `/api/files/${none}/content`],
    ] as const) {
      expect([hidden, await statusOf(neighbour, hidden)]).toEqual([hidden, 404])
      expect(await bodyOf(neighbour, hidden)).toEqual(await bodyOf(neighbour, missing))
    }
    expect((await neighbour.goto(photo))?.status()).toBe(404)
    await neighbour.goto(`/chats/${chat}`)
    await expect(neighbour.getByText('Этого чата нет среди ваших')).toBeVisible()
    await neighbour.goto(`/o/${code}/groups/${young}`)
    await expect(neighbour.getByText('Такой страницы нет, или она не для вас').first()).toBeVisible()
    await expect(neighbour.getByText(CHILD)).toHaveCount(0)
  })
}

const { thread } = talking
