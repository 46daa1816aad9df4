import { type ConsentPurpose, enforcedConsents } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { sentenceOf } from './problems.ts'
import { useSavePurpose } from './queries.ts'
import { t } from './texts.ts'

/** No longer asked for, or asked again. */
export function Closing({ purpose }: { purpose: ConsentPurpose }) {
  const { id: organizationId } = useOrganization()
  const [isAsking, setAsking] = useState(false)
  const save = useSavePurpose()
  const { id, template, title, text, version, isClosed } = purpose
  const send = () => {
    const body = { template, title, text, version, isClosed: !isClosed }
    save.mutate({ params: { organizationId, consentPurposeId: id }, body }, { onSuccess: () => setAsking(false) })
  }
  const effect = t(enforcedConsents.includes(template) ? 'office.close.effect' : 'office.close.no-effect')
  return (
    <>
      <Button variant="subtle" color="gray" loading={save.isPending} onClick={isClosed ? send : () => setAsking(true)}>
        {t(isClosed ? 'office.reopen' : 'office.close')}
      </Button>
      {save.isError && isClosed && (
        <Text role="alert" c="var(--danger)" fz="sm">
          {sentenceOf(save.error)}
        </Text>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('office.close.title')}
        text={t('office.close.text', { effect })}
        confirm={t('office.close')}
        cancel={t('cancel')}
        isPending={save.isPending}
        problem={save.isError ? sentenceOf(save.error) : null}
        onConfirm={send}
        onClose={() => {
          save.reset()
          setAsking(false)
        }}
      />
    </>
  )
}
