import type { ClosingEffects, ClosingId, DataExportId } from '@kolosok/contract'
import { List, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OwnOrganization } from '#features/organization-frame/index.ts'
import { newId } from '#lib/new-id.ts'
import { badFieldsIn, faultAmong } from '#lib/problem-words.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { sentenceOf } from './problems.ts'
import { useClose } from './queries.ts'
import { t } from './texts.ts'

type Props = {
  readonly organization: OwnOrganization
  readonly effects: ClosingEffects
  readonly onClose: () => void
}

const order = ['people', 'chats', 'calls', 'links', 'meetings', 'broadcasts', 'joinRequests'] as const

/** What ends, in numbers, and the name typed once more: nobody closes an organization by a slip. */
export function ClosingDialog({ organization, effects, onClose }: Props) {
  const { id: organizationId, shortName } = organization
  const [name, setName] = useState('')
  // One click that is sent twice closes once.
  const [ids] = useState(() => ({ closingId: newId() as ClosingId, dataExportId: newId() as DataExportId }))
  const close = useClose(organizationId)
  const bad = close.error
    ? badFieldsIn(close.error, (code) => t(`fault.${faultAmong(code, ['another-name'] as const)}`, { name: shortName }))
    : null
  return (
    <Modal opened onClose={onClose} title={t('ask.title', { name: shortName })} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const { closingId, dataExportId } = ids
          close.mutate({ params: { organizationId, closingId }, body: { name, dataExportId } }, { onSuccess: onClose })
        }}
      >
        <Stack>
          <div>
            <Text fw={600}>{t('ask.now')}</Text>
            <List withPadding>
              {order
                .filter((kind) => effects[kind] > 0)
                .map((kind) => (
                  <List.Item key={kind}>{t(`ask.${kind}`, { count: effects[kind] })}</List.Item>
                ))}
              <List.Item>{t('ask.archive')}</List.Item>
            </List>
          </div>
          <Text>{t('ask.later')}</Text>
          <TextInput
            label={t('ask.name', { name: shortName })}
            value={name}
            maxLength={400}
            autoComplete="off"
            error={bad?.name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <DialogActions
            submit={t('ask.confirm')}
            isPending={close.isPending}
            isDisabled={name.trim() === ''}
            isDangerous
            problem={close.isError && !bad ? sentenceOf(close.error) : null}
            cancel={t('cancel')}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
