import type { AgreedPhoneChange, OrganizationId, PhoneChange } from '@kolosok/contract'
import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { formatMoment } from '#lib/dates.ts'
import { formatPhone } from '#lib/phone.ts'
import { OneTimeCode } from '#ui/one-time-code.tsx'
import { problemOf, useAgree } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organizationId: OrganizationId | null
  readonly change: PhoneChange
  readonly onClose: () => void
}

export function AgreeDialog({ organizationId, change, onClose }: Props) {
  const [isInPerson, setInPerson] = useState(false)
  const agree = useAgree(organizationId, change.id)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(agree.data ? 'agreed.title' : 'agree.title')}
      closeOnClickOutside={!agree.data?.personalCode}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {agree.data ? (
        <Agreed answer={agree.data} isAtOnce={isInPerson} name={change.fullName} onClose={onClose} />
      ) : (
        <Stack>
          <Text>{t('agree.text', { name: change.fullName, phone: formatPhone(change.newPhone) })}</Text>
          {!isInPerson && <Text c="dimmed">{t('agree.day')}</Text>}
          {change.isByReader && <Text c="dimmed">{t('agree.by-you')}</Text>}
          {change.mayBeInPerson && (
            <Checkbox
              size="md"
              label={t('agree.in-person')}
              description={t('agree.in-person.hint')}
              checked={isInPerson}
              onChange={(event) => setInPerson(event.currentTarget.checked)}
            />
          )}
          {agree.isError && (
            <Alert color="red" role="alert">
              {problemOf(agree.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button data-autofocus loading={agree.isPending} onClick={() => agree.mutate(isInPerson)}>
              {t('agree')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

type AgreedProps = {
  readonly answer: AgreedPhoneChange
  readonly isAtOnce: boolean
  readonly name: string
  readonly onClose: () => void
}

function Agreed({ answer: { personalCode, takesEffectAt, waitingElsewhere }, isAtOnce, name, onClose }: AgreedProps) {
  const date = takesEffectAt === null ? '' : formatMoment(takesEffectAt)
  return (
    <Stack align="flex-start" role="status">
      {personalCode !== null && (
        <>
          <OneTimeCode code={personalCode} copy={t('copy')} copied={t('copied')} />
          <Text>{t('agreed.code', { name })}</Text>
          <Text c="dimmed">{isAtOnce ? t('agreed.code.now') : t('agreed.code.from', { date })}</Text>
        </>
      )}
      {personalCode === null && <Text>{waitingElsewhere > 0 ? t('agreed.waits') : t('agreed.day', { date })}</Text>}
      <Button data-autofocus onClick={onClose}>
        {t('done')}
      </Button>
    </Stack>
  )
}
