import { channelEndpoints, commentEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import type { Pace } from '#platform/pace.ts'
import { pin, publish, remove, returnToAuthor } from './change-post.ts'
import { getChannels, saveChannel, setOwn } from './channels.ts'
import { getComments, removeComment, setCommentsRead, writeComment } from './comments.ts'
import { closePoll, getAnswers, vote } from './polls.ts'
import { getProposals, getPosts, getSeen } from './read-posts.ts'
import { writePost } from './write-post.ts'

/** How often one person may do what costs a write. */
type Paces = { readonly post: Pace; readonly change: Pace }

export function channelRoutes(app: FastifyInstance, context: Context, paces: Paces): void {
  const { list, save, setOwn: own, posts, proposals, write } = channelEndpoints
  handle(app, list, ({ actor, params }) => getChannels(context, actor, params.organizationId))
  handle(app, save, ({ actor, params, body }) => saveChannel(context, actor, { ...params, ...body }))
  handle(app, own, ({ actor, params, body }) => setOwn(context, actor, { ...params, ...body }))
  handle(app, posts, ({ actor, params, query }) => getPosts(context, actor, { ...params, ...query }))
  handle(app, proposals, ({ actor, params, query }) => getProposals(context, actor, { ...params, ...query }))
  handle(app, channelEndpoints.seen, ({ actor, params }) => getSeen(context, actor, params))
  handle(app, write, ({ actor, params, body }) => writePost(context, actor, { ...params, ...body }))
  handle(app, channelEndpoints.vote, ({ actor, params, body }) => {
    paces.change(actor.accountId)
    return vote(context, actor, { ...params, ...body })
  })
  handle(app, channelEndpoints.closePoll, ({ actor, params }) => closePoll(context, actor, params))
  handle(app, channelEndpoints.pollAnswers, ({ actor, params, query }) =>
    getAnswers(context, actor, { ...params, ...query }),
  )
  handle(app, channelEndpoints.publish, ({ actor, params, body }) => publish(context, actor, { ...params, ...body }))
  handle(app, channelEndpoints.returnToAuthor, ({ actor, params, body }) =>
    returnToAuthor(context, actor, { ...params, ...body }),
  )
  handle(app, channelEndpoints.pin, ({ actor, params, body }) => pin(context, actor, { ...params, ...body }))
  handle(app, commentEndpoints.list, ({ actor, params, query }) => getComments(context, actor, { ...params, ...query }))
  handle(app, commentEndpoints.write, ({ actor, params, body }) => {
    paces.post(actor.accountId)
    return writeComment(context, actor, { ...params, ...body })
  })
  handle(app, commentEndpoints.remove, ({ actor, params }) => removeComment(context, actor, params))
  handle(app, commentEndpoints.setRead, ({ actor, params, body }) =>
    setCommentsRead(context, actor, { ...params, ...body }),
  )
  handle(app, channelEndpoints.remove, ({ actor, params }) => remove(context, actor, params))
}
