import type { FastifyInstance } from 'fastify'
import { openApi } from './openapi.ts'
import { docsPage } from './page.ts'

/** The API's description, for programs and for people; made at the first question. */
export function apiDocsRoutes(app: FastifyInstance): void {
  let made: { json: string; page: string } | undefined
  const make = () => {
    const document = openApi()
    return (made ??= { json: JSON.stringify(document), page: docsPage(document) })
  }
  app.get('/api/openapi.json', (_, reply) => reply.type('application/json').send((made ?? make()).json))
  app.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send((made ?? make()).page))
}
