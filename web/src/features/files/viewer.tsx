import { type Attachment, fileEndpoints, pathOf } from '@kolosok/contract'
import { ActionIcon, Loader, Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight, IconDownload, IconX, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { t } from './texts.ts'
import classes from './viewer.module.css'

const SWIPE_PX = 60

type Props = { readonly photos: readonly Attachment[]; readonly start: number; readonly onClose: () => void }

/** A photo over everything: arrows and swipes change it, a double click enlarges it, Esc closes. */
export function Viewer({ photos, start, onClose }: Props) {
  const [index, setIndex] = useState(start)
  const [isLarge, setLarge] = useState(false)
  const photo = photos[index]

  const turn = (by: number) => {
    const next = index + by
    if (next < 0 || next >= photos.length) return
    setLarge(false)
    setIndex(next)
  }
  useHotkeys([
    ['ArrowLeft', () => turn(-1)],
    ['ArrowRight', () => turn(1)],
  ])
  const swipe = useSwipe((by) => (isLarge ? undefined : turn(by)), onClose)
  if (!photo) return null
  const address = pathOf(fileEndpoints.content, { fileId: photo.fileId })

  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      withCloseButton={false}
      padding={0}
      aria-label={t('viewer.label')}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      {/* A swipe may begin on an arrow too. */}
      <div className={classes.swiped} {...swipe}>
        <div className={classes.bar}>
          <span className={classes.name}>{photo.name}</span>
          {photos.length > 1 && <span>{t('viewer.count', { number: index + 1, count: photos.length })}</span>}
          <Tool label={t(isLarge ? 'viewer.unzoom' : 'viewer.zoom')} onClick={() => setLarge(!isLarge)}>
            {isLarge ? <IconZoomOut size={24} /> : <IconZoomIn size={24} />}
          </Tool>
          <ActionIcon
            component="a"
            href={`${address}?download=1`}
            download={photo.name}
            aria-label={t('viewer.download')}
            variant="transparent"
            color="white"
            size={44}
          >
            <IconDownload size={24} />
          </ActionIcon>
          <Tool label={t('viewer.close')} onClick={onClose}>
            <IconX size={26} />
          </Tool>
        </div>
        <div className={classes.stage} data-large={isLarge || undefined} onDoubleClick={() => setLarge(!isLarge)}>
          <Photo key={photo.fileId} photo={photo} address={address} />
        </div>
        {index > 0 && (
          <Tool label={t('viewer.previous')} side="left" onClick={() => turn(-1)}>
            <IconChevronLeft size={32} />
          </Tool>
        )}
        {index < photos.length - 1 && (
          <Tool label={t('viewer.next')} side="right" onClick={() => turn(1)}>
            <IconChevronRight size={32} />
          </Tool>
        )}
      </div>
    </Modal>
  )
}

/** The small picture stands there until the large one has come. */
function Photo({ photo, address }: { photo: Attachment; address: string }) {
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading')
  const small = pathOf(fileEndpoints.thumbnail, { fileId: photo.fileId })
  return (
    <>
      {state === 'loading' && <Loader className={classes.loader ?? ''} color="white" />}
      {state === 'failed' && (
        <p role="alert" className={classes.failed}>
          {t('viewer.failed')}
        </p>
      )}
      <img
        className={classes.photo}
        style={{ backgroundImage: state === 'loading' ? `url(${small})` : undefined }}
        src={address}
        width={photo.width ?? undefined}
        height={photo.height ?? undefined}
        alt={t('photo.alt', { name: photo.name })}
        draggable={false}
        onLoad={() => setState('there')}
        onError={() => setState('failed')}
      />
    </>
  )
}

type ToolProps = { label: string; side?: 'left' | 'right'; onClick: () => void; children: ReactNode }

function Tool({ label, side, onClick, children }: ToolProps) {
  return (
    <ActionIcon
      aria-label={label}
      variant="transparent"
      color="white"
      size={44}
      className={side ? (classes[side] ?? '') : ''}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  )
}

/** Sideways changes the photo, down closes. */
function useSwipe(onTurn: (by: number) => void, onClose: () => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown: ({ clientX, clientY, pointerType }: PointerEvent) => {
      from.current = pointerType === 'touch' ? { x: clientX, y: clientY } : null
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      if (!from.current) return
      const x = clientX - from.current.x
      const y = clientY - from.current.y
      from.current = null
      if (Math.abs(x) > SWIPE_PX && Math.abs(x) > Math.abs(y)) onTurn(x < 0 ? 1 : -1)
      else if (y > 2 * SWIPE_PX) onClose()
    },
  }
}
