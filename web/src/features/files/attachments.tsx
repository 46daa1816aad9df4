import { type Attachment, fileEndpoints, pathOf } from '@kolosok/contract'
import { UnstyledButton } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import {
  IconDownload,
  IconFile,
  IconFileTypePdf,
  IconFileTypeDoc,
  IconFileTypeXls,
  IconFileZip,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useConnection } from '#lib/connection.ts'
import classes from './attachments.module.css'
import { formatSize } from './format-size.ts'
import { t } from './texts.ts'

const Viewer = lazy(async () => ({ default: (await import('./viewer.tsx')).Viewer }))

/** The photos of a message as an album, its other files as rows. */
export function Attachments({ attachments }: { attachments: readonly Attachment[] }) {
  const [opened, setOpened] = useState<number | null>(null)
  const photos = attachments.filter(({ kind }) => kind === 'photo')
  const files = attachments.filter(({ kind }) => kind === 'file')
  return (
    <>
      {photos.length > 0 && <Album photos={photos} onOpen={setOpened} />}
      {files.map((file) => (
        <FileRow key={file.fileId} file={file} />
      ))}
      {opened !== null && (
        <Suspense>
          <Viewer photos={photos} start={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  )
}

/** A single photo keeps its shape within bounds; several share a grid. Sizes are known before they arrive. */
function Album({ photos, onOpen }: { photos: readonly Attachment[]; onOpen: (index: number) => void }) {
  const [first] = photos
  const ratio = photos.length === 1 && first ? shapeOf(first) : undefined
  return (
    <div className={classes.album} data-count={Math.min(photos.length, 4)} style={{ aspectRatio: ratio }}>
      {photos.map((photo, index) => (
        <UnstyledButton
          key={photo.fileId}
          className={classes.photo}
          aria-label={t('photo.open', { name: photo.name })}
          onClick={() => onOpen(index)}
        >
          <Thumbnail photo={photo} />
        </UnstyledButton>
      ))}
    </div>
  )
}

/** One that did not arrive is asked for again once the network is back. */
function Thumbnail({ photo }: { photo: Attachment }) {
  const connection = useConnection()
  const { online } = useNetwork()
  const isBack = connection === 'open' && online
  const [attempt, setAttempt] = useState(0)
  const [isMissing, setMissing] = useState(false)
  const [wasBack, setWasBack] = useState(isBack)
  if (isBack !== wasBack) {
    setWasBack(isBack)
    if (isBack && isMissing) setAttempt(attempt + 1)
  }
  return (
    <img
      key={attempt}
      src={pathOf(fileEndpoints.thumbnail, { fileId: photo.fileId })}
      alt={t('photo.alt', { name: photo.name })}
      data-missing={isMissing || undefined}
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={() => setMissing(false)}
      onError={() => setMissing(true)}
    />
  )
}

function shapeOf({ width, height }: Attachment): number {
  return Math.min(1.9, Math.max(0.7, (width ?? 4) / (height ?? 3)))
}

function FileRow({ file }: { file: Attachment }) {
  const address = `${pathOf(fileEndpoints.content, { fileId: file.fileId })}?download=1`
  return (
    <a className={classes.file} href={address} download={file.name} title={t('file.download', { name: file.name })}>
      <span className={classes.icon} aria-hidden="true">
        <FileIcon mediaType={file.mediaType} />
        <IconDownload size={22} stroke={1.8} className={classes.get} />
      </span>
      <span className={classes.about}>
        <span className={classes.name}>{file.name}</span>
        <span className={classes.size}>{formatSize(file.size)}</span>
      </span>
    </a>
  )
}

function FileIcon({ mediaType }: { mediaType: string }) {
  const props = { size: 24, stroke: 1.6, className: classes.type ?? '' }
  if (mediaType === 'application/pdf') return <IconFileTypePdf {...props} />
  if (/word|opendocument\.text/.test(mediaType)) return <IconFileTypeDoc {...props} />
  if (/sheet|excel|csv/.test(mediaType)) return <IconFileTypeXls {...props} />
  if (/zip|rar|7z|tar/.test(mediaType)) return <IconFileZip {...props} />
  return <IconFile {...props} />
}
