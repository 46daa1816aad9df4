import { Button, Group, Title } from '@mantine/core'
import { IconArrowLeft, IconChartBar, IconMail } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { Queue } from './queue.tsx'
import { t } from './texts.ts'
import classes from './tickets.module.css'

/** What people of one organization ask its administrators. */
export function OrganizationQueuePage() {
  const { id, code } = useOrganization()
  return (
    <OrganizationPage title={t('queue.title')} lead={t('queue.lead')}>
      <Queue
        desk={id}
        linkTo={(ticketId, props) => <Link to="/o/$code/tickets/$ticketId" params={{ code, ticketId }} {...props} />}
      />
    </OrganizationPage>
  )
}

/** What everybody asks the platform's support. */
export function OperatorQueuePage() {
  return (
    <div className={classes.page} data-wide>
      <Button
        component={Link}
        to="/operator"
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        w="fit-content"
      >
        {t('queue.back')}
      </Button>
      <Group justify="space-between" align="start">
        <div className={classes.grow}>
          <Title order={1} fz={26}>
            {t('queue.title')}
          </Title>
          <p className={classes.lead}>{t('queue.lead.operator')}</p>
        </div>
        <Button component={Link} to="/operator/tickets/letters" variant="light" leftSection={<IconMail size={20} />}>
          {t('queue.letters')}
        </Button>
        <Button
          component={Link}
          to="/operator/tickets/figures"
          variant="light"
          leftSection={<IconChartBar size={20} />}
        >
          {t('queue.figures')}
        </Button>
      </Group>
      <Queue
        desk="platform"
        linkTo={(ticketId, props) => <Link to="/operator/tickets/$ticketId" params={{ ticketId }} {...props} />}
      />
    </div>
  )
}
