import { ActionIcon, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import classes from './notices.module.css'
import { t } from './texts.ts'

type Props = {
  readonly title: string
  readonly backTo: '/chats' | '/notices'
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function PageFrame({ title, backTo, action, children }: Props) {
  return (
    <div className={classes.page}>
      <header className={classes.pageHeader}>
        <ActionIcon
          renderRoot={(props) => <Link to={backTo} {...props} />}
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
        {action}
      </header>
      {/* Reached by keys, too: what is longer than the screen scrolls here. */}
      <div className={classes.scroll} tabIndex={-1}>
        <div className={classes.column}>{children}</div>
      </div>
    </div>
  )
}
