import { Button, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import classes from './message-reports.module.css'
import { Queue } from './queue.tsx'
import { t } from './texts.ts'

/** What this reader decides about in one organization. */
export function ReportedPage() {
  const { id, code } = useOrganization()
  return (
    <OrganizationPage title={t('title')} lead={t('lead')}>
      <Queue
        desk={id}
        linkTo={(messageReportId, props) => (
          <Link to="/o/$code/reported/$messageReportId" params={{ code, messageReportId }} {...props} />
        )}
      />
    </OrganizationPage>
  )
}

/** About heads, of whichever organization. */
export function OperatorReportedPage() {
  return (
    <div className={classes.page}>
      <Button
        component={Link}
        to="/operator"
        variant="subtle"
        leftSection={<IconArrowLeft size={18} />}
        w="fit-content"
      >
        {t('back.operator')}
      </Button>
      <div>
        <Title order={1} fz={26}>
          {t('title')}
        </Title>
        <p className={classes.lead}>{t('lead.operator')}</p>
      </div>
      <Queue
        desk="operator"
        linkTo={(messageReportId, props) => (
          <Link to="/operator/reported/$messageReportId" params={{ messageReportId }} {...props} />
        )}
      />
    </div>
  )
}
