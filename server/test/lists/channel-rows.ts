import { channelEndpoints, noticeEndpoints, searchEndpoints } from '@kolosok/contract'
import { accessPost } from '#channels/access.ts'
import { gets, opens } from './doors.ts'
import { inOrganization, type Row } from './row.ts'

const postDoor = opens(({ db }, { actor }, id) => accessPost(db, actor, id as never, 'see'))

export const channelRows: Record<string, Row> = {
  'channels.list': {
    endpoint: channelEndpoints.list,
    at: inOrganization,
    lists: { channels: { id: 'id', door: gets(channelEndpoints.posts, 'channelId') } },
  },
  'channels.posts': {
    endpoint: channelEndpoints.posts,
    at: ({ channelId }) => ({ channelId }),
    lists: { posts: { id: 'id', door: postDoor } },
  },
  'channels.proposals': {
    endpoint: channelEndpoints.proposals,
    at: inOrganization,
    lists: { proposals: { id: 'id', door: postDoor } },
  },
  'search.find what is said': {
    endpoint: searchEndpoints.find,
    at: inOrganization,
    query: { text: 'музей' },
    lists: {
      posts: { id: 'id', door: postDoor },
      notices: { id: 'id', door: gets(noticeEndpoints.get, 'noticeId') },
    },
  },
}
