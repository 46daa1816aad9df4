import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './deciding.module.css'
import { t } from './texts.ts'

type Bar = {
  readonly picked: {
    readonly ids: ReadonlySet<string>
    readonly shown: readonly string[]
    readonly all: () => void
    readonly none: () => void
  }
  /** What can be done with those that are picked. */
  readonly children: ReactNode
}

/** Above a queue: all or none, how many, and what to do with them. Nothing where one is all there is. */
export function PickBar({ picked: { ids, shown, all, none }, children }: Bar) {
  if (shown.length < 2) return null
  const areAll = ids.size === shown.length
  return (
    <div className={classes.bar} role="group" aria-label={t('picked', { count: ids.size })}>
      <Checkbox
        size="md"
        label={ids.size === 0 ? t('all', { count: shown.length }) : t('picked', { count: ids.size })}
        checked={areAll}
        indeterminate={!areAll && ids.size > 0}
        onChange={areAll ? none : all}
      />
      {ids.size > 0 && (
        <div className={classes.acts}>
          {children}
          <Button variant="subtle" color="gray" visibleFrom="sm" onClick={none}>
            {t('none')}
          </Button>
        </div>
      )}
    </div>
  )
}

type Box = { readonly name: string; readonly isPicked: boolean; readonly onToggle: () => void }

export function PickBox({ name, isPicked, onToggle }: Box) {
  return (
    <Checkbox
      size="md"
      className={classes.box}
      aria-label={t('pick', { name })}
      checked={isPicked}
      onChange={onToggle}
    />
  )
}
