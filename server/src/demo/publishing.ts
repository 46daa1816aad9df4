import {
  type Channel,
  channelEndpoints,
  type ChannelId,
  commentEndpoints,
  type CommentId,
  type FileId,
  type GroupId,
  type NewPoll,
  type PostId,
} from '@kolosok/contract'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/new-id.ts'
import type { Founded } from './founding.ts'
import { drawPhoto } from './pictures.ts'
import type { Speakers } from './staffing.ts'
import { backdatePosts } from './store.ts'
import { upload } from './uploading.ts'

type News = {
  readonly day: number
  readonly text: string
  readonly photo?: string
  readonly isPinned?: boolean
  readonly poll?: NewPoll
  readonly said?: readonly (readonly [who: string, text: string])[]
}

const news: readonly News[] = [
  {
    day: 13,
    text: 'Дорогие родители и коллеги!\n\nТеперь новости сада выходят здесь. Вопросы о группе, как и прежде, задавайте воспитателям в чатах.',
    isPinned: true,
  },
  {
    day: 6,
    text: 'Осенняя выставка открылась! Больше сорока поделок, и каждая с историей. Приходите до пятницы, музыкальный зал, с 8:00 до 18:00.',
    photo: 'autumn-1',
  },
  {
    day: 0,
    text: 'Завтра с 10 до 12 отключат горячую воду: меняют кран на кухне. На обед и прогулки это не повлияет.',
  },
]
const forParents: readonly News[] = [
  {
    day: 9,
    text: 'Меню на неделю, как всегда, на сайте сада: https://kolosok.example.org/menu\nЕсли у ребёнка появилась аллергия, принесите, пожалуйста, справку медсестре.',
  },
  {
    day: 5,
    text: 'Собираем новогодние подарки. Как удобнее?',
    said: [
      ['мама Глеба', 'А можно книгу без сладостей? У Глеба аллергия на орехи.'],
      ['Соколова', 'Конечно. Соберём подарок без орехов, напишите воспитателю.'],
      ['мама Тимура', 'И нам тоже, пожалуйста.'],
    ],
    poll: {
      question: 'Какой подарок выбираем детям?',
      options: ['Книга и сладости', 'Настольная игра', 'Набор для творчества'],
      isMultiple: false,
    },
  },
  {
    day: 2,
    text: '**Утренник 24 декабря**\n- «Младшая» в 9:30\n- «Средняя» в 10:30\n- «Старшая» в 16:00\nКостюмы выбирайте сами, _лишь бы в них было удобно танцевать_.',
  },
]

/** What the kindergarten says to all, what to parents; what a teacher proposes, and a draft. */
export async function publish(context: Context, founded: Founded, speakers: Speakers): Promise<void> {
  const times = new Map<PostId, Date>()
  const all = await open(founded, 'Новости сада', 'all')
  const parents = await open(founded, 'Для родителей', 'parents')
  await open(founded, 'Педагогам', 'staff')
  for (const [channelId, posts] of [
    [all, news],
    [parents, forParents],
  ] as const) {
    for (const one of posts) {
      const postId = await say(founded, channelId, one)
      await discuss(speakers, postId, one.said ?? [])
      if (one.poll) await answer(speakers, postId, one.poll)
      // What comes today is new to everybody.
      if (one.day > 0) times.set(postId, timeOf(one, context))
    }
  }
  await backdatePosts(context.db, times)
  await read(speakers, { all, parents })

  const teacher = speakers.get('Лебедева')
  const text = 'На прогулке «Младшая» слепила первого в этом году снеговика. Имя ему дали дети: Морковкин.'
  await teacher?.visitor.call(channelEndpoints.write, {
    params: { channelId: all, postId: newId<PostId>() },
    body: { text },
  })
}

async function open({ administrator, organizationId }: Founded, title: string, kind: Channel['audience']['kind']) {
  const channelId = newId<ChannelId>()
  const body = { title, audience: { kind, groupIds: [] as GroupId[] } }
  await administrator.call(channelEndpoints.save, { params: { organizationId, channelId }, body })
  return channelId
}

async function say({ administrator }: Founded, channelId: ChannelId, news: News) {
  const { text, photo, isPinned = false, poll = null, said } = news
  const postId = newId<PostId>()
  const fileIds: FileId[] = []
  if (photo) fileIds.push(await upload(administrator, { name: `${photo}.jpg`, bytes: await drawPhoto(photo) }))
  const { rev } = await administrator.call(channelEndpoints.write, {
    params: { channelId, postId },
    body: { text, fileIds, poll, hasComments: said ? true : null },
  })
  await administrator.call(channelEndpoints.publish, { params: { postId }, body: { rev } })
  if (isPinned) await administrator.call(channelEndpoints.pin, { params: { postId }, body: { isPinned } })
  return postId
}

async function discuss(speakers: Speakers, postId: PostId, said: NonNullable<News['said']>): Promise<void> {
  for (const [who, text] of said) {
    const params = { postId, commentId: newId<CommentId>() }
    await speakers.get(who)?.visitor.call(commentEndpoints.write, { params, body: { text } })
  }
}

/** Half of the parents have found the time. */
async function answer(speakers: Speakers, postId: PostId, { options }: NewPoll): Promise<void> {
  const parents = [...speakers].filter(([name]) => isParent(name)).map(([, one]) => one)
  for (const [index, { visitor }] of parents.entries()) {
    if (index % 2 === 0) continue
    const body = { options: [(index * 7) % options.length] }
    await visitor.call(channelEndpoints.vote, { params: { postId }, body })
  }
}

/** What they have answered they have seen; what came today most have yet to open. */
async function read(speakers: Speakers, { all, parents }: Record<'all' | 'parents', ChannelId>): Promise<void> {
  for (const [index, [name, { visitor }]] of [...speakers].entries()) {
    const look = (channelId: ChannelId, readSeq: number) =>
      visitor.call(channelEndpoints.setOwn, { params: { channelId }, body: { readSeq } })
    await look(all, index % 6 === 0 ? news.length - 2 : news.length - 1)
    if (isParent(name)) await look(parents, index % 4 === 0 ? forParents.length - 1 : forParents.length)
  }
}

const isParent = (name: string) => /^(мама|папа|бабушка) /.test(name)

const timeOf = ({ day }: News, { clock }: Context) => new Date(clock().getTime() - day * 24 * 3600 * 1000)
