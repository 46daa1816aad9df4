import {
  type AccountId,
  daysLater,
  type GivenWebinar,
  webinarEndpoints,
  type WebinarId,
  type WebinarMaterialId,
  webinarPlanEndpoints,
} from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'
import type { Visitor } from './guide.ts'
import { backdateWebinar } from './held.store.ts'
import type { Speaker, Speakers } from './staffing.ts'
import { backdateBroadcast } from './store.ts'
import { upload } from './uploading.ts'

/** What is planned for tomorrow was held a week ago. */
const DAYS_BACK = 8

const usual = {
  from: '14:00',
  until: '15:30',
  timeZone: 'Europe/Moscow',
  roles: ['admin', 'head', 'teacher'],
  speaker: 'Марина Сергеевна Дёмина, методист платформы',
  givesCertificate: true,
} satisfies Partial<GivenWebinar>

type Held = Omit<GivenWebinar, keyof typeof usual | 'day'> & { readonly inDays: number }

const coming: Held = {
  title: 'Объявления и тихие часы: чтобы важное дошло, а вечер остался своим',
  about:
    'Чем объявление отличается от сообщения, как увидеть, кто ознакомлен, и как настроить тихие часы.\n\nВ конце — ответы на вопросы: их можно задать прямо в трансляции.',
  kind: 'online',
  inDays: 6,
}
const practice: Held = {
  title: 'Практикум: группы, приглашения, первые родители',
  about: 'Возьмите ноутбук или планшет: каждый заведёт группу и позовёт первых родителей.',
  kind: 'in-person',
  place: 'Дом учителя, ул. Садовая, 5, зал 2',
  seats: 2,
  inDays: 13,
}
const past: Held = {
  title: 'Безопасное общение с родителями: что можно, чего нельзя',
  about: 'Кто что видит, где граница личного и служебного, что делать с жалобой. С разбором случаев из практики.',
  kind: 'online',
  inDays: 1,
}
const memo = `Памятка воспитателю

1. Важное пишите объявлением: видно, кто ознакомлен.
2. Личное о ребёнке — только его родителям, в личном чате.
3. Вечером работают тихие часы: срочное — звонком.
`

/** What the operator holds for the staff of all organizations: two to come, one of last week. */
export async function holdSeminars(context: Context, { operator }: Founded, speakers: Speakers): Promise<void> {
  const [head, logopedist, deputy] = people(speakers, 'Громова', 'Назаров', 'Ковалёва')
  const announce = announcing(context, operator)

  await register([head, logopedist], await announce(coming))
  // The third of two seats waits in the line.
  await register([logopedist, deputy, head], await announce(practice))

  const webinarId = await announce(past)
  const everybody = people(speakers, 'Соколова', 'Громова', 'Лебедева', 'Орлова', 'Назаров', 'Ковалёва')
  const broadcastId = await register(everybody, webinarId)
  await giveMaterials(operator, webinarId)
  const startedAt = await backdateWebinar(context.db, webinarId, DAYS_BACK)
  if (!broadcastId || !startedAt) throw new Error('Nothing was held')
  await backdateBroadcast(context.db, broadcastId, startedAt)
  await certify(operator, webinarId, deputy.accountId)
}

function people<const Names extends string[]>(speakers: Speakers, ...names: Names) {
  const found = names.map((name) => speakers.get(name))
  if (found.includes(undefined)) throw new Error('Nobody to learn')
  return found as { [Name in keyof Names]: Speaker }
}

const announcing =
  ({ clock }: Context, operator: Visitor) =>
  async ({ inDays, ...given }: Held): Promise<WebinarId> => {
    const params = { webinarId: newId<WebinarId>() }
    const day = daysLater(clock().toISOString().slice(0, 10), inDays)
    const { rev } = await operator.call(webinarPlanEndpoints.save, { params, body: { ...usual, ...given, day } })
    await operator.call(webinarPlanEndpoints.publish, { params, body: { rev } })
    return params.webinarId
  }

/** As what they are called they are told; the broadcast they have a seat in. */
async function register(people: readonly Speaker[], webinarId: WebinarId) {
  const params = { webinarId }
  let broadcastId = null
  for (const { visitor } of people) {
    const { proposedName: name } = await visitor.call(webinarEndpoints.get, { params })
    const registered = await visitor.call(webinarEndpoints.register, { params, body: { name } })
    broadcastId ??= registered.broadcastId
  }
  return broadcastId
}

async function giveMaterials(operator: Visitor, webinarId: WebinarId): Promise<void> {
  const fileId = await upload(operator, { name: 'Памятка воспитателю.txt', bytes: Buffer.from(memo) })
  for (const body of [
    { title: 'Памятка воспитателю', fileId, shown: 'before' },
    { title: 'Запись ответов на вопросы', link: 'https://example.org/webinars/answers', shown: 'after' },
  ]) {
    const params = { webinarId, materialId: newId<WebinarMaterialId>() }
    await operator.call(webinarPlanEndpoints.addMaterial, { params, body })
  }
}

/** One of them had looked on at a colleague's screen: the operator has ticked her. */
async function certify(operator: Visitor, webinarId: WebinarId, ticked: AccountId): Promise<void> {
  const params = { webinarId }
  await operator.call(webinarPlanEndpoints.mark, { params, body: { accountIds: [ticked], attended: true } })
  await operator.call(webinarPlanEndpoints.issue, { params })
}
