import { type FileId, problemBody, UPLOADS_PATH } from '@kolosok/contract'
import { DetailedError, Upload } from 'tus-js-client'

type Listener = {
  readonly onProgress: (part: number) => void
  readonly onDone: (fileId: FileId) => void
  readonly onRefused: (code: string) => void
}

/** Uploads of this tab that are on their way: the same file chosen twice must not go on with one of them. */
const underWay = new Set<string>()

/** In parts, so that a lost connection costs one of them; goes on where it stopped, after a reload too. */
export function startUpload(file: File, { onProgress, onDone, onRefused }: Listener): { cancel: () => void } {
  const upload = new Upload(file, {
    endpoint: UPLOADS_PATH,
    chunkSize: 4 * 1024 * 1024,
    retryDelays: [500, 1_500, 4_000, 8_000, 15_000],
    metadata: { filename: file.name, filetype: file.type },
    removeFingerprintOnSuccess: true,
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      return status === 0 || status === 423 || status === 429 || status >= 500
    },
    onProgress: (sent, total) => {
      onProgress(total > 0 ? sent / total : 0)
    },
    onUploadUrlAvailable: () => {
      underWay.add(upload.url ?? '')
    },
    onSuccess: () => {
      underWay.delete(upload.url ?? '')
      onDone(new URL(upload.url ?? '', location.href).pathname.split('/').at(-1) as FileId)
    },
    onError: (error) => {
      underWay.delete(upload.url ?? '')
      onRefused(codeOf(error))
    },
  })
  let isCancelled = false
  void upload.findPreviousUploads().then((all) => {
    if (isCancelled) return
    const previous = all.find(({ uploadUrl }) => uploadUrl !== null && !underWay.has(uploadUrl))
    if (previous?.uploadUrl) {
      underWay.add(previous.uploadUrl)
      upload.resumeFromPreviousUpload(previous)
    }
    upload.start()
  })
  return {
    cancel() {
      isCancelled = true
      underWay.delete(upload.url ?? '')
      void upload.abort()
    },
  }
}

/** The server's own word for why, else that it could not be reached. */
function codeOf(error: Error): string {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined
  if (body === undefined) return 'offline'
  try {
    const { code, params } = problemBody.parse(JSON.parse(body))
    return String(params?.reason ?? code)
  } catch {
    return 'other'
  }
}
