import type { FailedDelivery, Mailing, OrganizationId } from '@kolosok/contract'
import { Alert, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useIsClosed } from '#lib/current-organization.ts'
import { formatPhone } from '#lib/phone.ts'
import classes from './mailings.module.css'
import { sentenceOf } from './problems.ts'
import { failuresQuery, useChange } from './queries.ts'
import { t } from './texts.ts'

/** Whom it has not reached and why; once more on demand. */
export function Failures({ organizationId, mailing }: { organizationId: OrganizationId; mailing: Mailing }) {
  const { id, failed } = mailing
  const [isOpen, setOpen] = useState(failed <= 5)
  const isClosed = useIsClosed(organizationId)
  const retry = useChange(organizationId, 'retry')
  const { data = [] } = useQuery({ ...failuresQuery(organizationId, id, failed), enabled: isOpen })
  return (
    <>
      {isOpen && (
        <ul className={classes.failures}>
          {data.map((failure) => (
            <li key={`${failure.invitationId} ${failure.address}`}>
              <span className={classes.name}>{whomOf(failure)}</span>
              <span className={classes.muted}>
                {failure.way === 'sms' ? formatPhone(failure.address) : failure.address}
              </span>
              <span className={classes.reason}>{t(`reason.${failure.reason}.${failure.way}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {retry.isError && (
        <Alert color="red" role="alert" mt={6}>
          {sentenceOf(retry.error)}
        </Alert>
      )}
      <Group gap={8} mt={6}>
        {!isOpen && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('failures.show')}
          </Button>
        )}
        {!isClosed && (
          <Button variant="light" loading={retry.isPending} onClick={() => retry.mutate(id)}>
            {t('retry')}
          </Button>
        )}
      </Group>
    </>
  )
}

function whomOf({ whom, groups }: FailedDelivery): string {
  if (whom === '') return t('whom.staff')
  return groups === '' ? whom : t('families.child', { name: whom, group: groups })
}
