import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './records.module.css'
import { t } from './records-texts.ts'
import type { Picked } from './use-picked.ts'

/** How many are picked, and what can be done with them. */
export function PickedBar<Id extends string>({ picked, children }: { picked: Picked<Id>; children: ReactNode }) {
  const count = picked.ids.size
  return (
    <div className={classes.bar} aria-live="polite">
      {count > 0 && (
        <>
          <span className={classes.count} data-picked>
            {t('picked', { count })}
          </span>
          {children}
          <Button variant="subtle" color="gray" onClick={() => picked.set([])}>
            {t('picked.none')}
          </Button>
        </>
      )}
    </div>
  )
}
