import type { IncomingMessage } from 'node:http'
import { type FileId, type FileRefusal, fileId, UPLOADS_PATH } from '@kolosok/contract'
import { Server, type ServerOptions } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#platform/actor.ts'
import { AppError } from '#platform/app-error.ts'
import { newId } from '#platform/new-id.ts'
import { toProblem } from '#platform/problems.ts'
import { cleanFileName } from './file-name.ts'
import type { FilesContext } from './files.ts'
import { refuseFile } from './refusal.ts'
import { findFile, getUnattached, insertUploading } from './store.ts'
import { UploadStore } from './upload-store.ts'

const MAX_UNATTACHED = 200
const MB = 1024 * 1024

/** Resumable uploads (tus 1.0) of signed-in people. The id of the upload is the id of the file. */
export function uploadRoutes(app: FastifyInstance, files: FilesContext): void {
  const store = new UploadStore(files)
  const actors = new WeakMap<IncomingMessage, Actor>()
  const tus = new TusServer({
    path: UPLOADS_PATH,
    datastore: store,
    relativeLocation: true,
    maxSize: files.config.UPLOAD_LIMIT_MB * MB,
    allowedOrigins: [],
    namingFunction: () => newId<FileId>(),
    onUploadCreate: async (request, upload) => {
      const actor = actors.get(request.runtime?.node?.req as IncomingMessage)
      const name = cleanFileName(upload.metadata?.['filename'] ?? '')
      const size = upload.size ?? 0
      if (!actor || size === 0) throw refuseFile('file-empty')
      await checkAllowance(files, actor, size)
      await insertUploading(files.db, { id: fileId.parse(upload.id), uploaderId: actor.accountId, name, size })
      return {}
    },
    onUploadFinish: async (_request, upload) => {
      const file = await findFile(files.db, fileId.parse(upload.id))
      if (file) await store.finish(file)
      return {}
    },
    onResponseError: (_request, error) => asTusError(error),
  })

  async function serve(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { actor, params } = request
    if (!actor) throw new AppError('not-signed-in')
    const { id } = params as { id?: string }
    if (id !== undefined) await store.finishIfWhole(await accessUpload(files, actor, id))
    actors.set(request.raw, actor)
    reply.hijack()
    await tus.handle(request.raw, reply.raw)
  }

  void app.register((scope, _options, done) => {
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _payload, parsed) => {
      parsed(null)
    })
    const route = { config: { access: 'account' as const }, handler: serve }
    scope.route({ ...route, method: ['POST'], url: UPLOADS_PATH })
    scope.route({ ...route, method: ['HEAD', 'PATCH', 'DELETE'], url: `${UPLOADS_PATH}/:id` })
    done()
  })
}

/** Another's upload answers like none. */
async function accessUpload({ db }: FilesContext, actor: Actor, id: string) {
  const known = fileId.safeParse(id)
  const file = known.success ? await findFile(db, known.data) : undefined
  if (file?.uploader_id !== actor.accountId || file.attached_at !== null) throw new AppError('not-found')
  return file
}

async function checkAllowance({ db, config }: FilesContext, actor: Actor, size: number): Promise<void> {
  const { count, bytes } = await getUnattached(db, actor.accountId)
  if (count >= MAX_UNATTACHED || bytes + size > 5 * config.UPLOAD_LIMIT_MB * MB) throw new AppError('too-many-uploads')
}

/** tus answers in plain text; here its refusals are problem documents like everybody's. */
class TusServer extends Server {
  override async write(...[context, headers, status, body]: Parameters<Server['write']>) {
    if (status >= 400 && body?.startsWith('{')) headers.set('content-type', 'application/problem+json')
    return super.write(context, headers, status, body)
  }
}

type TusError = { status_code: number; body: string }
type Thrown = Parameters<NonNullable<ServerOptions['onResponseError']>>[1]

function asTusError(error: Thrown): TusError {
  if ('status_code' in error && error.body.startsWith('{')) return error
  const problem = toProblem('status_code' in error ? fromTus(error) : error, UPLOADS_PATH)
  return { status_code: problem.status, body: JSON.stringify(problem) }
}

function fromTus({ status_code, body }: TusError): AppError {
  const tooLarge: FileRefusal = 'file-too-large'
  if (status_code === 413) return refuseFile(tooLarge)
  if (status_code === 404 || status_code === 410) return new AppError('not-found')
  if (status_code === 409) return new AppError('upload-offset-wrong')
  return new AppError(status_code < 500 ? 'invalid-request' : 'internal', { detail: body.trim() })
}
