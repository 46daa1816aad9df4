import { IconPhoneOff, IconX } from '@tabler/icons-react'
import { type OutReason, Stage, roomClasses as classes } from '#features/rooms/index.ts'
import small from './small.module.css'
import { t } from './texts.ts'

export type FarewellReason =
  | Exclude<OutReason, 'left'>
  | 'missed'
  | 'declined'
  | 'unavailable'
  | 'forbidden'
  | 'offline'

type Props = {
  readonly title: string
  readonly reason: FarewellReason
  /** Nobody who is reading or writing in the chat is torn away from it. */
  readonly isSmall?: boolean
  readonly onAgain?: () => void
  readonly onClose: () => void
}

/** Why there is no call to be seen any more, and what to do. */
export function Farewell({ title, reason, isSmall = false, onAgain, onClose }: Props) {
  const mayTryAgain = onAgain && (reason === 'offline' || reason === 'unavailable')
  if (isSmall) {
    return (
      <section className={small.small} aria-label={t('room.label', { title })}>
        <span className={small.smallTitle} role="alert">
          {t(`over.${reason}`)}
        </span>
        <button type="button" className={classes.icon} onClick={onClose} aria-label={t('over.close')}>
          <IconX size={20} />
        </button>
      </section>
    )
  }
  return (
    <Stage title={title}>
      <div className={classes.farewell} role="alert">
        <IconPhoneOff size={44} stroke={1.5} aria-hidden="true" />
        <h2>{t(`over.${reason}`)}</h2>
        <p>{title}</p>
        <div className={classes.choices}>
          {mayTryAgain && (
            <button type="button" className={classes.primary} onClick={onAgain}>
              {t('over.again')}
            </button>
          )}
          <button type="button" className={classes.plain} onClick={onClose} autoFocus>
            {t('over.close')}
          </button>
        </div>
      </div>
    </Stage>
  )
}
