import { ActionIcon, Button, SegmentedControl, Switch } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { titleOf, turn, type View, views } from './days.ts'
import classes from './meetings.module.css'
import { t } from './texts.ts'

type Asked = { readonly view?: View; readonly day?: string | undefined; readonly of?: 'own' | 'all' }

type Props = {
  readonly view: View
  readonly day: string
  readonly today: string
  /** Whether all of the organization are shown; null where only one's own may be seen. */
  readonly all: boolean | null
  readonly onChange: (asked: Asked) => void
}

/** Which days are shown, how, and whose meetings. */
export function CalendarBar({ view, day, today, all, onChange }: Props) {
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={t('view')}
        data={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        value={view}
        onChange={(value) => onChange({ view: value })}
      />
      <div className={classes.turn}>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t('back')}
          onClick={() => onChange({ day: turn(view, day, -1) })}
        >
          <IconChevronLeft size={22} />
        </ActionIcon>
        <h2 className={classes.range} aria-live="polite">
          {titleOf(view, day)}
        </h2>
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t('on')}
          onClick={() => onChange({ day: turn(view, day, 1) })}
        >
          <IconChevronRight size={22} />
        </ActionIcon>
        <Button px="sm" variant="default" disabled={day === today} onClick={() => onChange({ day: undefined })}>
          {t('today')}
        </Button>
      </div>
      {all !== null && (
        <Switch
          label={t('all')}
          checked={all}
          onChange={({ currentTarget }) => onChange({ of: currentTarget.checked ? 'all' : 'own' })}
        />
      )}
    </div>
  )
}
