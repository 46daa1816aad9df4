import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { join, resolve } from 'node:path'
import { AppError } from '../app-error.ts'

const dist = resolve(import.meta.dirname, '../../../../web/dist')

/** The built pages: files as they are, every other address of a page as the application that draws it. */
export function servePages(app: FastifyInstance, root = dist): void {
  void app.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isNamedByContent = path.startsWith(join(root, 'assets'))
      reply.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/'
    if (/^\/(api|rtc)(\/|$)/.test(path)) throw new AppError('not-found')
    // A link at the end of a sentence is often opened with its full stop: that is no file's ending.
    const isFile = /\.[a-z][a-z0-9]+$/i.test(path)
    return reply.sendFile(isFile ? (request.params as { '*': string })['*'] : 'index.html')
  })
}
