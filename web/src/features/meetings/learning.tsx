import type { Meeting } from '@kolosok/contract'
import { Button } from '@mantine/core'
import { IconBook, IconFolder, IconSchool } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import classes from './meetings.module.css'
import { t } from './texts.ts'

/** By which programme, who leads it from outside, and its materials. */
export function Learning({ lesson: { programme, folderId, ledBy } }: { lesson: NonNullable<Meeting['lesson']> }) {
  return (
    <>
      <div className={classes.fact}>
        <IconBook size={20} stroke={1.7} aria-hidden="true" />
        <span>{t('lesson.programme', { programme })}</span>
      </div>
      {ledBy !== '' && (
        <div className={classes.fact}>
          <IconSchool size={20} stroke={1.7} aria-hidden="true" />
          <span>{t('lesson.led-by', { name: ledBy })}</span>
        </div>
      )}
      {folderId !== null && (
        <div>
          <Button
            renderRoot={(props) => <Link to="/materials/$folderId" params={{ folderId }} {...props} />}
            variant="default"
            leftSection={<IconFolder size={20} />}
          >
            {t('lesson.materials')}
          </Button>
        </div>
      )}
    </>
  )
}
