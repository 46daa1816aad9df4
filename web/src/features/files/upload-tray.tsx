import { MAX_ATTACHMENTS } from '@kolosok/contract'
import { ActionIcon, Progress, Text } from '@mantine/core'
import { IconFile, IconRefresh, IconX } from '@tabler/icons-react'
import classes from './attachments.module.css'
import { formatSize } from './format-size.ts'
import { refusalSentence } from './refusal.ts'
import { t } from './texts.ts'
import type { Upload, Uploads } from './use-uploads.ts'

/** What is going to be attached, how far each file is, and why one was not taken. */
export function UploadTray({ tray }: { tray: Uploads }) {
  if (tray.uploads.length === 0) return null
  return (
    <>
      <div className={classes.tray} role="group" aria-label={t('tray.label')}>
        {tray.uploads.map((upload) => (
          <UploadCard key={upload.key} upload={upload} tray={tray} />
        ))}
      </div>
      {tray.isOverfull && (
        <Text role="alert" fz="sm" c="var(--danger)" px={4}>
          {t('tray.too-many', { max: MAX_ATTACHMENTS })}
        </Text>
      )}
    </>
  )
}

function UploadCard({ upload, tray }: { upload: Upload; tray: Uploads }) {
  const { file, preview, progress, attachment, refusedWith } = upload
  const percent = Math.round(progress * 100)
  return (
    <div className={classes.upload} data-refused={refusedWith !== null || undefined}>
      {preview === null ? (
        <span className={classes.preview} aria-hidden="true">
          <IconFile size={24} stroke={1.6} />
        </span>
      ) : (
        <img src={preview} alt="" className={classes.preview} />
      )}
      <span className={classes.uploadAbout}>
        <span className={classes.uploadName}>{file.name}</span>
        <span className={classes.status} role={refusedWith === null ? undefined : 'alert'}>
          {statusOf(upload, percent)}
        </span>
        {attachment === null && refusedWith === null && (
          <Progress value={percent} size={4} mt={4} aria-label={t('tray.progress', { percent })} />
        )}
      </span>
      {refusedWith === 'offline' && (
        <ActionIcon
          variant="subtle"
          size={44}
          aria-label={t('tray.retry', { name: file.name })}
          onClick={() => tray.retry(upload)}
        >
          <IconRefresh size={18} />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('tray.cancel', { name: file.name })}
        onClick={() => tray.remove(upload)}
      >
        <IconX size={18} />
      </ActionIcon>
    </div>
  )
}

function statusOf({ file, attachment, refusedWith }: Upload, percent: number): string {
  if (refusedWith !== null) return refusalSentence(refusedWith)
  if (attachment) return `${formatSize(file.size)} · ${t('tray.ready')}`
  return percent >= 100 ? t('tray.checking') : `${String(percent)}% · ${formatSize(file.size)}`
}
