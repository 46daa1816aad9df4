import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { HelpMark } from '#ui/help-mark.tsx'
import { Logo } from '#ui/logo.tsx'
import classes from './join.module.css'
import { t } from './texts.ts'

const STEPS = [1, 2, 3, 4]

/** Where one is on the way into the chat, and the way back. */
export function JoinFrame({ step, onBack, children }: { step: number; onBack?: () => void; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        {onBack ? (
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('back')} onClick={onBack}>
            <IconArrowLeft size={22} />
          </ActionIcon>
        ) : (
          <Logo size={34} />
        )}
        <span className={classes.product}>{'Колосок'}</span>
        <HelpMark />
      </div>
      <div
        className={classes.progress}
        role="progressbar"
        aria-valuemin={1}
        aria-valuemax={STEPS.length}
        aria-valuenow={step}
        aria-valuetext={t('progress', { step, of: STEPS.length })}
        aria-label={t('progress', { step, of: STEPS.length })}
      >
        {STEPS.map((number) => (
          <span key={number} data-done={number <= step || undefined} />
        ))}
      </div>
      {children}
    </main>
  )
}
