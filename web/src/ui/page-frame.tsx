import { ActionIcon, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { HelpMark } from './help-mark.tsx'
import classes from './page-frame.module.css'
import { t } from './texts.ts'

type Props = {
  readonly title: string
  /** Where the page was opened from, mostly. */
  readonly backTo:
    | '/chats'
    | '/materials'
    | '/notices'
    | '/calendar'
    | '/channels'
    | '/broadcasts'
    | ((props: object) => ReactNode)
  readonly action?: ReactNode
  /** Needs more than a column of text. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** A page of its own beside the chats: the way back, its title, what is done here; the rest scrolls. */
export function PageFrame({ title, backTo, action, isWide = false, children }: Props) {
  return (
    <div className={classes.page}>
      <header className={classes.pageHeader}>
        <ActionIcon
          renderRoot={typeof backTo === 'function' ? backTo : (props) => <Link to={backTo} {...props} />}
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t('back')}
        >
          <IconArrowLeft size={24} />
        </ActionIcon>
        <Title order={1} fz={22} className={classes.pageTitle ?? ''}>
          {title}
        </Title>
        <HelpMark />
        {action}
      </header>
      {/* Reached by keys, also where there is nothing but text: what is longer than the screen scrolls here. */}
      <div className={classes.scroll} tabIndex={0}>
        <div className={classes.column} data-wide={isWide || undefined}>
          {children}
        </div>
      </div>
    </div>
  )
}
