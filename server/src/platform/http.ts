import type { Access, Endpoint } from '@kolosok/contract'
import Fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Actor } from './actor.ts'
import { AppError } from './app-error.ts'
import { refuseBrokenText } from './broken-text.ts'
import { endSessionCookie, sessionCookie } from './cookies.ts'
import { toProblem } from './problems.ts'
import { packAnswers } from './web/compression.ts'
import { endConnections } from './web/connections.ts'
import { protectAnswers } from './web/headers.ts'
import { readableAddress } from './web/readable-address.ts'
import { type FileAnswer, sendFile } from './send-file.ts'

type Parsed<S> = S extends z.ZodType ? z.output<S> : S extends 'file' ? Readable : undefined

/** Where a call came from; for sessions, limits and the journal. */
export type Client = {
  readonly address: string
  readonly userAgent: string
  readonly isSecure: boolean
  /** The `Authorization` header, of machines that have no cookie. */
  readonly authorization: string
}

type Answer<E extends Endpoint> = E['response'] extends z.ZodType ? z.input<E['response']> : FileAnswer

export type Call<E extends Endpoint> = {
  /** Null only where the endpoint is public and nobody is signed in. */
  actor: E['access'] extends 'public' ? Actor | null : Actor
  params: Parsed<E['params']>
  query: Parsed<E['query']>
  body: Parsed<E['body']>
  client: Client
  /** Sets or clears the session cookie of the answer. */
  cookie: { readonly start: (token: string) => void; readonly end: () => void }
}

/** Registers a contract endpoint. Method, path and schemas come from the contract, never from here. */
export function handle<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: (call: Call<E>) => Promise<Answer<E>>,
): void {
  const { params, query, body, response, access } = endpoint
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { access, endpoint },
    schema: {
      ...(params && { params }),
      ...(query && { querystring: query }),
      ...(body && body !== 'file' && { body }),
      ...(response !== 'file' && { response: { 200: response } }),
    },
    handler: async (request, reply) => {
      if (body === 'file' && !(request.body instanceof Readable)) throw new AppError('invalid-request')
      const client = clientOf(request)
      const answer = await handler({
        actor: request.actor,
        params: request.params,
        query: request.query,
        body: request.body,
        client,
        cookie: {
          start: (token: string) => void reply.header('set-cookie', sessionCookie(token, client.isSecure)),
          end: () => void reply.header('set-cookie', endSessionCookie(client.isSecure)),
        },
      } as Call<E>)
      return response === 'file' ? sendFile(request, reply, answer as FileAnswer) : answer
    },
  })
}

export function clientOf(request: FastifyRequest): Client {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    isSecure: request.protocol === 'https',
    authorization: request.headers.authorization ?? '',
  }
}

export type HttpOptions = {
  readonly log: Logger
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | null>
  /** Whether a page of this origin may call us. */
  readonly isOwnOrigin: (origin: string) => boolean
  /** Asked before what changes something, once the parameters are known to be in order; throws where it must not. */
  readonly refuseChange?: RefuseChange
  readonly server?: { readonly trustProxy?: false | string[]; readonly https?: object }
}

type RefuseChange = (
  actor: Actor,
  endpoint: Pick<Endpoint, 'method' | 'path'>,
  given: { readonly params: Readonly<Record<string, string>>; readonly body: unknown },
) => Promise<void>

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The HTTP server with what holds for every route: session, access, origin, problems. */
export function createHttpApp({
  log,
  authenticate,
  isOwnOrigin,
  refuseChange,
  server = {},
}: HttpOptions): FastifyInstance {
  // Two lines of log a request cost more than storing a message; the metrics count them, failures are logged below.
  const logController = new LogController({ disableRequestLogging: true })
  const own = { loggerInstance: log, logController, bodyLimit: 1024 * 1024, rewriteUrl: readableAddress }
  const app = Fastify({ ...server, ...own }) as unknown as FastifyInstance
  endConnections(app)
  protectAnswers(app)
  packAnswers(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('actor', null)
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => {
    done(null, payload)
  })
  app.addHook('onRequest', async (request) => {
    const { origin } = request.headers
    // A cookie comes along from any page; only the Origin tells whose page it was (a program sends none).
    if (!SAFE.has(request.method) && origin !== undefined && !isOwnOrigin(origin)) throw new AppError('wrong-origin')
    request.actor = await authenticate(request)
    refuse(request.routeOptions.config.access ?? 'public', request.actor)
  })
  app.addHook('preValidation', (request, _reply, done) => {
    // Nothing is stored from the address of a page: it is the page that says that there is no such thing.
    if (request.routeOptions.config.endpoint) refuseBrokenText(request)
    done()
  })
  app.addHook('preHandler', async ({ actor, method, params, body, routeOptions }) => {
    const { endpoint } = routeOptions.config
    const given = { params: params as Record<string, string>, body }
    if (actor && endpoint && !SAFE.has(method)) await refuseChange?.(actor, endpoint, given)
  })
  app.setErrorHandler((error, request, reply) => {
    const body = toProblem(error, request.url)
    // The pattern, not the address: tokens of invitations and applications stand in it.
    if (body.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected error')
    if (body.status === 429 && body.params?.seconds) void reply.header('retry-after', String(body.params.seconds))
    return reply.status(body.status).type('application/problem+json').send(JSON.stringify(body))
  })
  app.setNotFoundHandler(() => {
    throw new AppError('not-found') // Fastify's own 404 would not be a problem document.
  })
  return app
}

/** An operator's page is nobody else's to know about. */
function refuse(access: Access, actor: Actor | null): void {
  if (access === 'public') return
  if (!actor) throw new AppError('not-signed-in')
  if (access === 'operator' && !actor.isOperator) throw new AppError('not-found')
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyContextConfig {
    access?: Access
    endpoint?: Endpoint
  }
}
