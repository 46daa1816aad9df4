import { type Attachment, type FileId, MAX_ATTACHMENTS } from '@kolosok/contract'
import { useEffect, useRef, useState } from 'react'
import { newId } from '#lib/new-id.ts'
import type { RunningUpload } from './start-upload.ts'

export type Upload = {
  readonly key: string
  readonly file: File
  /** A small picture of a photo, from the file itself. */
  readonly preview: string | null
  /** 0 to 1. */
  readonly progress: number
  readonly attachment: Attachment | null
  /** Why it was not taken: a code of the server, or `offline`. */
  readonly refusedWith: string | null
}

export type Uploads = ReturnType<typeof useUploads>

/** Files on their way to the server: they start at once, go on after a break, and can be taken back. */
export function useUploads() {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [isOverfull, setOverfull] = useState(false)
  const running = useRef(new Map<string, RunningUpload>())
  /** Taken back before they began. */
  const gone = useRef(new Set<string>())

  useEffect(() => {
    const all = running.current
    return () => {
      for (const { cancel } of all.values()) cancel()
    }
  }, [])

  const change = (key: string, next: Partial<Upload>) => {
    setUploads((list) => list.map((upload) => (upload.key === key ? { ...upload, ...next } : upload)))
  }

  const start = async ({ key, file, preview }: Upload) => {
    const { startUpload } = await import('./start-upload.ts')
    const shape = await shapeOf(file)
    if (gone.current.has(key)) return
    // Only what this browser can show: of an iPhone's photo most of them would draw a torn picture.
    if (shape && preview === null) change(key, { preview: URL.createObjectURL(file) })
    const upload = startUpload(file, {
      onProgress: (progress) => {
        change(key, { progress })
      },
      onDone: (fileId) => {
        change(key, { progress: 1, attachment: attachmentOf(file, fileId, shape) })
      },
      onRefused: (refusedWith) => {
        change(key, { refusedWith })
      },
    })
    running.current.set(key, upload)
  }

  return {
    uploads,
    isOverfull,
    isBusy: uploads.some(({ attachment, refusedWith }) => attachment === null && refusedWith === null),
    ready: uploads.flatMap(({ attachment }) => attachment ?? []),

    add: (files: readonly File[]) => {
      const room = MAX_ATTACHMENTS - uploads.length
      setOverfull(files.length > room)
      const fresh = { preview: null, progress: 0, attachment: null, refusedWith: null }
      const added = files.slice(0, room).map((file): Upload => ({ key: newId(), file, ...fresh }))
      setUploads((list) => [...list, ...added])
      for (const upload of added) void start(upload)
    },

    retry: (upload: Upload) => {
      change(upload.key, { refusedWith: null, progress: 0 })
      void start(upload)
    },

    remove: ({ key, preview, refusedWith }: Upload) => {
      gone.current.add(key)
      // What was refused left nothing to take back.
      if (refusedWith === null || refusedWith === 'offline') running.current.get(key)?.takeBack()
      running.current.delete(key)
      if (preview !== null) URL.revokeObjectURL(preview)
      setOverfull(false)
      setUploads((list) => list.filter((upload) => upload.key !== key))
    },

    /** They are in a message now. */
    clear: () => {
      for (const { preview } of uploads) if (preview !== null) URL.revokeObjectURL(preview)
      running.current.clear()
      setOverfull(false)
      setUploads([])
    },
  }
}

type Shape = { readonly width: number; readonly height: number }

/** What this browser can show is shown as a photo until the server has looked at it. */
async function shapeOf(file: File): Promise<Shape | null> {
  if (!file.type.startsWith('image/')) return null
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  const shape = { width: picture.width, height: picture.height }
  picture.close()
  return shape
}

function attachmentOf(file: File, fileId: FileId, shape: Shape | null): Attachment {
  const { name, size, type } = file
  const kind = shape ? 'photo' : 'file'
  return { fileId, kind, name, size, mediaType: type, width: shape?.width ?? null, height: shape?.height ?? null }
}
