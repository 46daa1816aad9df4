import { IconAlertTriangle, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './room.module.css'
import type { CallSession } from './session.ts'
import type { Snapshot } from './stay.ts'
import { t } from './texts.ts'

type Props = { readonly room: Snapshot; readonly session: CallSession; readonly alone: 'group' | 'direct' | null }

/** What the person in the call should know right now, the most pressing first; one line at a time. */
export function Notices({ room, session, alone }: Props) {
  if (room.phase === 'joining') return <Notice>{t('room.joining')}</Notice>
  if (room.phase === 'reconnecting') return <Notice isPressing>{t('room.reconnecting')}</Notice>
  if (room.needsSoundPermission) {
    return (
      <Notice isPressing>
        {t('room.no-sound')}
        <button type="button" className={classes.primary} onClick={session.allowSound}>
          {t('room.turn-sound-on')}
        </button>
      </Notice>
    )
  }
  if (room.trouble) {
    const { device, why } = room.trouble
    return (
      <Notice isPressing onDismiss={session.dismissTrouble}>
        {device === 'screen' ? t('trouble.screen') : t(`trouble.${device === 'mic' ? 'microphone' : device}.${why}`)}
      </Notice>
    )
  }
  if (room.wasMutedByHost) {
    return <Notice onDismiss={session.dismissTrouble}>{t('room.muted-by-host')}</Notice>
  }
  if (room.isWeak) return <Notice>{t('room.weak')}</Notice>
  return alone && <Notice>{t(`room.alone.${alone}`)}</Notice>
}

type NoticeProps = { readonly children: ReactNode; readonly isPressing?: boolean; readonly onDismiss?: () => void }

function Notice({ children, isPressing = false, onDismiss }: NoticeProps) {
  return (
    <div className={classes.notice} role="status" data-pressing={isPressing || undefined}>
      {isPressing && <IconAlertTriangle size={20} aria-hidden="true" />}
      <span>{children}</span>
      {onDismiss && (
        <button type="button" className={classes.icon} onClick={onDismiss} aria-label={t('over.close')}>
          <IconX size={18} />
        </button>
      )}
    </div>
  )
}
