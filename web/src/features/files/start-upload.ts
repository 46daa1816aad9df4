import { type FileId, problemBody, UPLOADS_PATH } from '@kolosok/contract'
import { DetailedError, Upload } from 'tus-js-client'

type Listener = {
  readonly onProgress: (part: number) => void
  readonly onDone: (fileId: FileId) => void
  readonly onRefused: (code: string) => void
}

export type RunningUpload = {
  /** For now: the same file goes on where it stopped. */
  readonly cancel: () => void
  /** For good: what has arrived is deleted. */
  readonly takeBack: () => void
}

/** Uploads of this tab that are on their way: the same file chosen twice must not go on with one of them. */
const underWay = new Set<string>()

/** In parts, so that a lost connection costs one of them; goes on where it stopped, after a reload too. */
export function startUpload(file: File, { onProgress, onDone, onRefused }: Listener): RunningUpload {
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
      if (isTakenBack) takeBack()
      else underWay.add(upload.url ?? '')
    },
    onSuccess: () => {
      underWay.delete(upload.url ?? '')
      isDone = true
      onDone(new URL(upload.url ?? '', location.href).pathname.split('/').at(-1) as FileId)
    },
    onError: (error) => {
      underWay.delete(upload.url ?? '')
      onRefused(codeOf(error))
    },
  })
  let [isBegun, isDone, isCancelled, isTakenBack] = [false, false, false, false]
  void upload.findPreviousUploads().then((all) => {
    if (isCancelled) return
    const previous = all.find(({ uploadUrl }) => uploadUrl !== null && !underWay.has(uploadUrl))
    if (previous?.uploadUrl) {
      underWay.add(previous.uploadUrl)
      upload.resumeFromPreviousUpload(previous)
    }
    isBegun = true
    upload.start()
  })

  function stop(isForGood: boolean): void {
    isCancelled = true
    underWay.delete(upload.url ?? '')
    // What was refused is gone already, and what can't be reached now is swept within a day.
    upload.abort(isForGood).catch(() => undefined)
  }

  function takeBack(): void {
    // Its place at the server is being made just now: it is known, and deleted, a moment later.
    if (isBegun && upload.url === null) isTakenBack = true
    else stop(true)
  }

  return {
    // Nothing goes on with one that has arrived.
    cancel: () => {
      stop(isDone)
    },
    takeBack,
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
