import { defineFigures } from './figure-set.ts'

export const channels = defineFigures({
  code: 'channels',
  title: 'Каналы',
  figures: {
    channels: {
      title: 'Каналы',
      definition: 'Каналы организации, открытые на конец периода.',
      unit: 'count',
    },
    posts: {
      title: 'Опубликовано записей',
      definition: 'Записи каналов, опубликованные за период и не удалённые.',
      unit: 'count',
    },
  },
  sql: `
    select count(*) filter (where closed_at is null or closed_at >= $3)::int as channels,
      coalesce(sum(published.posts), 0)::int as posts
    from channel
    cross join lateral (
      select count(*) as posts from post
      where channel_id = channel.id and state = 'published' and published_at >= $2 and published_at < $3) published
    where organization_id = $1 and created_at < $3`,
})
