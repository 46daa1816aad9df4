import { organizationEndpoints } from '@kolosok/contract'
import type { FastifyInstance } from 'fastify'
import { handle } from '#platform/http.ts'
import { editCard, getCardHistory, getOrganizationCard } from './card.ts'
import { getLogo, putLogo, removeLogo } from './logo.ts'
import { getOverview } from './overview.ts'
import type { StructureContext } from './structure-change.ts'

export function organizationRoutes(app: FastifyInstance, context: StructureContext): void {
  handle(app, organizationEndpoints.card, ({ actor, params }) => getOrganizationCard(context, actor, params))
  handle(app, organizationEndpoints.editCard, ({ actor, params, body }) =>
    editCard(context, actor, { ...body, ...params }),
  )
  handle(app, organizationEndpoints.putLogo, ({ actor, params, body }) =>
    putLogo(context, actor, { ...params, source: body }),
  )
  handle(app, organizationEndpoints.removeLogo, ({ actor, params }) => removeLogo(context, actor, params))
  handle(app, organizationEndpoints.logo, ({ params }) => getLogo(context, params.logoId))
  handle(app, organizationEndpoints.cardHistory, ({ actor, params, query }) =>
    getCardHistory(context, actor, { ...params, ...query }),
  )
  handle(app, organizationEndpoints.overview, ({ actor, params }) => getOverview(context, actor, params))
}
