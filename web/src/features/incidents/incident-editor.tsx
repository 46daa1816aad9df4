import type { Incident, OrganizationId } from '@kolosok/contract'
import { Alert, Button, Checkbox, Modal, Stack, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { MomentField } from '#ui/date-field.tsx'
import { t } from './texts.ts'
import { type moments, texts, useIncidentEditor } from './use-incident-editor.ts'

type Props = {
  readonly organizationId: OrganizationId | null
  readonly incident: Incident | null
  readonly onClose: () => void
}

/** As much as is known now; the rest can be filled in until each of the two terms. */
export function IncidentEditor({ organizationId, incident, onClose }: Props) {
  const { typed, change, faults, problem, isPending, submit } = useIncidentEditor(organizationId, incident, onClose)
  const isPhone = useMediaQuery('(max-width: 48em)')
  const textarea = (name: (typeof texts)[number]) => (
    <Textarea
      key={name}
      label={t(`field.${name}`)}
      value={typed[name]}
      maxLength={4000}
      autosize
      minRows={2}
      maxRows={8}
      error={faults[name]}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    />
  )
  const moment = (name: (typeof moments)[number]) => (
    <MomentField
      key={name}
      label={t(`field.${name}`)}
      value={typed[name]}
      error={faults[name]}
      onChange={(value) => change({ [name]: value })}
    />
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('edit.title')}
      size="lg"
      fullScreen={isPhone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {moment('noticedAt')}
        {texts.filter((name) => name !== 'result').map(textarea)}
        {incident && [moment('notifiedAt'), moment('reportedAt'), textarea('result')]}
        {incident && (
          <Checkbox
            label={t('close-it')}
            checked={typed.isClosed}
            onChange={({ currentTarget }) => change({ isClosed: currentTarget.checked })}
          />
        )}
        {problem !== null && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Button loading={isPending} style={{ alignSelf: 'flex-end' }} onClick={submit}>
          {t('save')}
        </Button>
      </Stack>
    </Modal>
  )
}
