import { Button, Group, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StateBadge } from '#ui/state-badge.tsx'
import { ownTicketsQuery } from './queries.ts'
import { t } from './texts.ts'
import classes from './tickets.module.css'

/** Above both parts of «Помощь»: what is written for all, and what one has asked. */
export function HelpHead() {
  const hasAnswer = useInfiniteQuery(ownTicketsQuery()).data?.pages[0]?.tickets.some(({ isUnread }) => isUnread)
  return (
    <>
      <Group justify="space-between" align="start">
        <div className={classes.grow}>
          <Title order={1} fz={26}>
            {t('help.title')}
          </Title>
          <p className={classes.lead}>{t('help.lead')}</p>
        </div>
        <Button renderRoot={(props) => <Link to="/help/new" {...props} />} leftSection={<IconPencil size={20} />}>
          {t('help.new')}
        </Button>
      </Group>
      <nav className={classes.parts} aria-label={t('help.parts')}>
        <Link to="/help" activeOptions={{ exact: true, includeSearch: false }} className={classes.part}>
          {t('help.part.articles')}
        </Link>
        <Link to="/help/tickets" className={classes.part}>
          {t('help.own')}
          {hasAnswer && <StateBadge tone="good">{t('unread')}</StateBadge>}
        </Link>
      </nav>
    </>
  )
}
