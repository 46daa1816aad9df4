import type { Call } from '@kolosok/contract'
import { IconDoorEnter } from '@tabler/icons-react'
import { roomClasses as classes } from '#features/rooms/index.ts'
import { t } from './texts.ts'

type Props = { readonly call: Call | undefined; readonly isListOpen: boolean; readonly onShow: () => void }

/** To whoever lets people in: somebody has come. */
export function WaitingBar({ call, isListOpen, onShow }: Props) {
  if (!call || call.waiting === 0 || isListOpen) return null
  return (
    <div className={classes.notice} role="status" data-pressing>
      <IconDoorEnter size={20} aria-hidden="true" />
      <span>{t('waiting.bar', { count: call.waiting })}</span>
      <button type="button" className={classes.primary} onClick={onShow}>
        {t('waiting.show')}
      </button>
    </div>
  )
}
