import {
  chatEndpoints,
  type ChatId,
  type Emoji,
  type FileId,
  type Message,
  messageEndpoints,
  type MessageId,
} from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'
import { groupTalk } from './group-talk.ts'
import type { Line } from './line.ts'
import { drawPhoto, writeLeaflet } from './pictures.ts'
import type { Speaker, Speakers } from './staffing.ts'
import { backdateMessages } from './store.ts'
import { directTalk, staffTalk, standardTalk } from './talk.ts'
import { upload } from './uploading.ts'

const DAY_MS = 24 * 3600 * 1000
type Room = { readonly chatId: ChatId; readonly people: readonly Speaker[] }

/** Everybody says their lines, reacts and votes; then each message is put where it belongs in time. */
export async function talk(context: Context, founded: Founded, speakers: Speakers): Promise<void> {
  const times = new Map<MessageId, Date>()
  const everybody = [...speakers.values()]
  const staff = everybody.slice(
    0,
    everybody.findIndex(({ groups }) => groups.length === 1),
  )
  await hold(context, speakers, await roomOf(founded.administrator, 'Педагоги', staff), staffTalk, times)
  for (const name of founded.groupIds.keys()) {
    const people = everybody.filter(({ groups }) => groups.includes(name))
    const [first] = people
    if (first) await hold(context, speakers, await roomOf(first.visitor, name, people), groupTalk[name] ?? [], times)
  }
  for (const [title, lines] of Object.entries(standardTalk)) {
    const people = [...new Set(lines.map(({ who }) => who))].flatMap((who) => speakers.get(who) ?? [])
    const [first] = people
    if (first) await hold(context, speakers, await roomOf(first.visitor, title, people), lines, times)
  }
  for (const lines of directTalk) await holdDirect(context, founded, speakers, lines, times)
  await backdateMessages(context.db, times)
}

async function roomOf(visitor: Speaker['visitor'], title: string, people: readonly Speaker[]): Promise<Room> {
  const { chats } = await visitor.call(chatEndpoints.list)
  const chat = chats.find((one) => one.title === title)
  if (!chat) throw new Error(`No chat «${title}»`)
  return { chatId: chat.id, people }
}

async function holdDirect(
  context: Context,
  { organizationId }: Founded,
  speakers: Speakers,
  lines: readonly Line[],
  times: Map<MessageId, Date>,
): Promise<void> {
  const [one, other] = [...new Set(lines.map(({ who }) => who))].map((who) => speakers.get(who))
  if (!one || !other) return
  const params = { organizationId, membershipId: other.membershipId }
  const { id } = await one.visitor.call(chatEndpoints.openDirect, { params })
  await hold(context, speakers, { chatId: id, people: [one, other] }, lines, times)
}

async function hold(
  context: Context,
  speakers: Speakers,
  { chatId, people }: Room,
  lines: readonly Line[],
  times: Map<MessageId, Date>,
): Promise<void> {
  const byKey = new Map<string, MessageId>()
  let last: Message | undefined
  for (const line of lines) {
    const speaker = speakers.get(line.who)
    if (!speaker) throw new Error(`Nobody is called ${line.who}`)
    const message = await say(speaker, chatId, line, byKey)
    times.set(message.id, timeOf(line, context.clock()))
    if (line.key) byKey.set(line.key, message.id)
    // Whoever answers has read what was there.
    await speaker.visitor.call(chatEndpoints.read, { params: { chatId }, body: { seq: message.seq } })
    const others = people.filter((person) => person !== speaker)
    await respond(others, message, line)
    if (last) for (const person of others) await read(person, last)
    last = message
  }
}

async function say(speaker: Speaker, chatId: ChatId, line: Line, byKey: ReadonlyMap<string, MessageId>) {
  const fileIds: FileId[] = []
  for (const name of line.photos ?? []) {
    fileIds.push(await upload(speaker.visitor, { name: `${name}.jpg`, bytes: await drawPhoto(name) }))
  }
  if (line.file) fileIds.push(await upload(speaker.visitor, { name: line.file, bytes: writeLeaflet(line.file) }))
  return speaker.visitor.call(messageEndpoints.post, {
    params: { chatId },
    body: {
      id: newId<MessageId>(),
      text: line.text ?? '',
      fileIds,
      replyToId: byKey.get(line.re ?? '') ?? null,
      isSilent: line.isSilent ?? false,
      poll: line.poll ? { ...line.poll, isMultiple: line.poll.isMultiple ?? false } : null,
    },
  })
}

async function respond(others: readonly Speaker[], { chatId, id }: Message, line: Line): Promise<void> {
  for (const [emoji, count] of Object.entries(line.reactions ?? {}) as [Emoji, number][]) {
    for (const { visitor } of others.slice(0, count)) {
      await visitor.call(messageEndpoints.react, { params: { chatId, messageId: id, emoji } })
    }
  }
  let next = 0
  for (const [option, count] of (line.votes ?? []).entries()) {
    for (const { visitor } of others.slice(next, next + count)) {
      await visitor.call(messageEndpoints.vote, { params: { chatId, messageId: id }, body: { options: [option] } })
    }
    next += count
  }
}

/** Up to the message before: the newest is unread, as in life. */
async function read({ visitor }: Speaker, { chatId, seq }: Message): Promise<void> {
  if (seq % 4 !== 0) return
  await visitor.call(chatEndpoints.read, { params: { chatId }, body: { seq } })
}

function timeOf({ day, at }: Line, now: Date): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  const time = new Date(now.getTime() - day * DAY_MS)
  time.setHours(hours, minutes, 0, 0)
  return time > now ? new Date(now.getTime() - 60_000) : time
}
