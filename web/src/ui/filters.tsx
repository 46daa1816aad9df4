import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import classes from './filters.module.css'
import { t } from './records-texts.ts'
import { SearchField } from './search-field.tsx'

type Props = {
  readonly search: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }
  /** How many of the choices narrow the list. */
  readonly narrowing: number
  readonly onClear: () => void
  /** The choices besides. */
  readonly children: ReactNode
}

/** Search and choices in one line; on a phone the choices wait behind a button, so that the list is what one sees. */
export function Filters({ search, narrowing, onClear, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classes.filters}>
      <div className={classes.search}>
        <SearchField {...search} />
      </div>
      <Button
        className={classes.toggle}
        variant={narrowing > 0 ? 'light' : 'default'}
        leftSection={<IconAdjustmentsHorizontal size={20} aria-hidden="true" />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('filters', { count: narrowing })}
      </Button>
      <div className={classes.choices} data-open={isOpen || undefined}>
        {children}
        {/* Its place is kept: what one chooses from does not move or narrow by choosing. */}
        <Button
          className={classes.clear}
          variant="subtle"
          data-idle={(narrowing === 0 && search.value === '') || undefined}
          onClick={onClear}
        >
          {t('filter.clear')}
        </Button>
      </div>
    </div>
  )
}
