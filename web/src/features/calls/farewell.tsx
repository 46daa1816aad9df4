import { IconPhoneOff } from '@tabler/icons-react'
import classes from './room.module.css'
import { Stage } from './stage.tsx'
import type { OutReason } from './stay.ts'
import { t } from './texts.ts'

export type FarewellReason =
  Exclude<OutReason, 'left'> | 'missed' | 'declined' | 'unavailable' | 'forbidden' | 'offline'

type Props = {
  readonly title: string
  readonly reason: FarewellReason
  readonly onAgain?: () => void
  readonly onClose: () => void
}

/** Why there is no call to be seen any more, and what to do. */
export function Farewell({ title, reason, onAgain, onClose }: Props) {
  const mayTryAgain = onAgain && (reason === 'offline' || reason === 'unavailable')
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
