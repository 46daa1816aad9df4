import { articleEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import type { Context } from '#platform/context.ts'
import { handle } from '#platform/http.ts'
import { getEdited, getManaged } from './manage.ts'
import { getArticle, getArticles, vote } from './read.ts'
import { removeTranslation, translate } from './translate.ts'
import { keep, remove, restore, setHidden, write } from './write.ts'

export function articleRoutes(app: FastifyInstance, context: Context): void {
  const { list, get, manage, open, ...steps } = articleEndpoints
  handle(app, list, ({ actor, query }) => getArticles(context, actor, query))
  handle(app, get, ({ actor, params, query }) => getArticle(context, actor, { ...params, ...query }))
  handle(app, manage, () => getManaged(context))
  handle(app, open, ({ params }) => getEdited(context, params.name))

  handle(app, steps.vote, ({ actor, params, body, client }) =>
    vote(context, actor, { ...params, ...body }, client.address),
  )
  handle(app, steps.write, ({ actor, params, body }) => write(context, actor, { ...params, ...body }))
  handle(app, steps.setHidden, ({ actor, params, body }) => setHidden(context, actor, { ...params, ...body }))
  handle(app, steps.restore, ({ actor, params, body }) => restore(context, actor, { ...params, ...body }))
  handle(app, steps.keep, ({ actor, params, body }) => keep(context, actor, { ...params, ...body }))
  handle(app, steps.translate, ({ actor, params, body }) => translate(context, actor, { ...params, ...body }))
  handle(app, steps.removeTranslation, ({ actor, params }) => removeTranslation(context, actor, params))
  handle(app, steps.remove, ({ actor, params }) => remove(context, actor, params))
}
