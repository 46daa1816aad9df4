import { randomUUID } from 'node:crypto'
import type { GroupId, Notice, NoticeFollowing, NoticeReceiver, NoticeUnit } from '@kolosok/contract'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect } from 'vitest'
import { seedOrganization } from './organization-seed.ts'
import { createOutbox } from './outbox.ts'
import { createWorld, type World } from './world.ts'

type Someone = Pick<Awaited<ReturnType<World['person']>>, 'request'>
export const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

/** A kindergarten that sends notices; its clock can be put ahead, its letters are kept. */
export async function createNoticeWorld() {
  const time = { aheadMs: 0 }
  const now = () => new Date(Date.now() + time.aheadMs)
  const outbox = createOutbox()
  const world = await createWorld({ clock: now, outbox })
  return { world, time, now, outbox, newGarden: () => gardenOf(world, now) }
}

export type NoticeGarden = Awaited<ReturnType<typeof gardenOf>>

async function gardenOf(world: World, now: () => Date) {
  const garden = await seedOrganization(world)
  const inMs = (ms: number) => new Date(now().getTime() + ms).toISOString()
  const write = (who: Someone, given: object = {}, id: string = randomUUID()) =>
    who.request({
      method: 'PUT',
      url: `/api/organizations/${garden.id}/notices/${id}`,
      payload: {
        title: 'Завтра собрание',
        text: 'В 18:00, музыкальный зал.',
        asks: 'acknowledge',
        audience: { kind: 'all' },
        deadlineAt: inMs(3 * DAY),
        ...given,
      },
    })
  /** Sent, and everybody written down. */
  async function sent(who: Someone, given: object = {}): Promise<Notice> {
    const answer = await write(who, given)
    expect(answer.statusCode, answer.body).toBe(200)
    await world.runJobs()
    return answer.json<Notice>()
  }
  const get = (who: Someone, id: string) => who.request({ url: `/api/notices/${id}` })
  const seen = async (who: Someone, id: string) =>
    (await get(who, id)).json<Notice & { following: NoticeFollowing | null }>()
  const boxOf = async (who: Someone, box: 'waiting' | 'past' | 'sent' = 'waiting') =>
    (await who.request({ url: `/api/organizations/${garden.id}/notices`, query: { box } })).json<{
      notices: Notice[]
    }>().notices
  const titlesOf = async (who: Someone, box: 'waiting' | 'past' | 'sent' = 'waiting') =>
    (await boxOf(who, box)).map(({ title }) => title)
  const answer = (who: Someone, id: string, unitId: string, given: object = {}) =>
    who.request({
      method: 'PUT',
      url: `/api/notices/${id}/answers/${unitId}`,
      payload: { version: 1, choice: 0, ...given },
    })
  const unitsOf = async (who: Someone, id: string): Promise<NoticeUnit[]> => (await seen(who, id)).units
  /** The reader's own, or their only child's. */
  async function answered(who: Someone, id: string, given: object = {}) {
    const [unit] = await unitsOf(who, id)
    const done = await answer(who, id, unit?.id ?? '', given)
    expect(done.statusCode, done.body).toBe(200)
  }
  const receivers = (who: Someone, id: string, query: Record<string, string> = {}) =>
    who.request({ url: `/api/notices/${id}/receivers`, query })
  const namesOf = async (who: Someone, id: string, query: Record<string, string> = {}) =>
    (await receivers(who, id, query)).json<{ receivers: NoticeReceiver[] }>().receivers.map(({ name }) => name)
  const remind = (who: Someone, id: string, payload: object = {}, reminderId: string = randomUUID()) =>
    who.request({ method: 'PUT', url: `/api/notices/${id}/reminders/${reminderId}`, payload })
  const withdraw = (who: Someone, id: string, word = 'Собрание перенесли') =>
    who.request({ method: 'PUT', url: `/api/notices/${id}/withdrawal`, payload: { word } })
  const paper = (who: Someone, id: string, file: string, query: Record<string, string> = {}) =>
    who.request({ url: `/api/notices/${id}/${file}`, query })

  /** A group with its teacher, and so many children with a parent each. */
  async function groupOf(name: string, ...children: string[]) {
    const groupId = await garden.group(name)
    const teacher = await garden.teacher({ groups: [groupId] })
    const families = []
    for (const child of children) {
      const childId = await garden.child(child, groupId)
      families.push({ childId, parent: await garden.parent([childId]) })
    }
    return { groupId, teacher, families }
  }
  const toGroup = (groupId: GroupId) => ({ audience: { kind: 'groups', groupIds: [groupId] } })

  return {
    ...garden,
    inMs,
    write,
    sent,
    get,
    seen,
    boxOf,
    titlesOf,
    answer,
    answered,
    unitsOf,
    receivers,
    namesOf,
    remind,
    withdraw,
    paper,
    groupOf,
    toGroup,
  }
}

/** What stands on each page of a PDF. */
export async function readPdf(bytes: Buffer): Promise<string[]> {
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await reading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await reading.destroy()
  return pages
}
