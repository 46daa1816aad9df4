import type { ConsentDecisionId, ConsentPurpose, ConsentUnit } from '@kolosok/contract'
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { UploadTray, useUploads } from '#features/files/index.ts'
import { newId } from '#lib/new-id.ts'
import { DateField } from '#ui/date-field.tsx'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useEnterPaper } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly purpose: ConsentPurpose; readonly unit: ConsentUnit; readonly onClose: () => void }

/** What somebody has signed on paper: who, when, yes or no, with the scan if it is at hand. */
export function PaperDialog({ purpose, unit, onClose }: Props) {
  const [decisionId] = useState(() => newId() as ConsentDecisionId)
  const [signedBy, setSignedBy] = useState('')
  const [signedOn, setSignedOn] = useState('')
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const tray = useUploads()
  const chooser = useRef<HTMLInputElement>(null)
  const enter = useEnterPaper()

  const submit = (isGiven: boolean) => {
    const missing = {
      ...(signedBy.trim() === '' && { signedBy: t('missing.signedBy') }),
      ...(signedOn === '' && { signedOn: t('missing.signedOn') }),
    }
    setFaults(missing)
    if (Object.keys(missing).length > 0) return
    enter.mutate(
      {
        params: { consentPurposeId: purpose.id, unitId: unit.id, decisionId },
        body: {
          version: purpose.version,
          isGiven,
          after: unit.decision?.id ?? null,
          signedBy,
          signedOn,
          fileId: tray.ready[0]?.fileId ?? null,
        },
      },
      { onSuccess: onClose, onError: (error) => setFaults(badFieldsOf(error) ?? {}) },
    )
  }
  const isBusy = enter.isPending || tray.isBusy
  return (
    <Modal opened onClose={onClose} title={t('paper.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text>{t('paper.text', { name: unit.name })}</Text>
        <TextInput
          label={t('paper.signed-by')}
          value={signedBy}
          maxLength={120}
          error={faults['signedBy']}
          onChange={({ currentTarget }) => setSignedBy(currentTarget.value)}
        />
        <DateField label={t('paper.signed-on')} value={signedOn} error={faults['signedOn']} onChange={setSignedOn} />
        <Text fw={500} fz="sm">
          {t('paper.scan')}
        </Text>
        <UploadTray tray={tray} />
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('paper.scan.choose')}
          onChange={({ currentTarget }) => {
            tray.add([...(currentTarget.files ?? [])].slice(0, 1))
            currentTarget.value = ''
          }}
        />
        {tray.ready.length === 0 && (
          <Button
            variant="light"
            disabled={tray.isBusy}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => chooser.current?.click()}
          >
            {t(tray.isBusy ? 'paper.scan.busy' : 'paper.scan.choose')}
          </Button>
        )}
        {faults['fileId'] !== undefined && (
          <Text role="alert" c="var(--danger)" fz="sm">
            {faults['fileId']}
          </Text>
        )}
        {enter.isError && badFieldsOf(enter.error) === null && (
          <Alert color="red" role="alert">
            {sentenceOf(enter.error)}
          </Alert>
        )}
        <Group grow>
          <Button variant="default" disabled={isBusy} onClick={() => submit(true)}>
            {t('paper.given')}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={() => submit(false)}>
            {t('paper.refused')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
