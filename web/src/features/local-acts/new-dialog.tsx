import { localActTemplate, type LocalActEditionId, type LocalActId, type OrganizationId } from '@kolosok/contract'
import { Alert, Modal, Radio, Stack } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { sentenceOf } from './problems.ts'
import { useBegin } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly organizationId: OrganizationId; readonly onClose: () => void }

const newIds = () => ({ localActId: newId() as LocalActId, editionId: newId() as LocalActEditionId })

/** From which sheet to begin; the card's details are filled in by the server. */
export function NewDialog({ organizationId, onClose }: Props) {
  // A retry begins the same document.
  const [{ localActId, editionId }] = useState(newIds)
  const [template, setTemplate] = useState<string>('use-regulation')
  const isPhone = useMediaQuery('(max-width: 48em)')
  const begin = useBegin()
  const navigate = useNavigate()
  const submit = () => {
    const body = { editionId, template: localActTemplate.parse(template) }
    begin.mutate(
      { params: { organizationId, localActId }, body },
      { onSuccess: () => void navigate({ to: '/documents/$editionId', params: { editionId } }) },
    )
  }
  return (
    <Modal opened onClose={onClose} title={t('new.title')} size="lg" fullScreen={isPhone}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack>
          <Radio.Group label={t('new.template')} description={t('new.hint')} value={template} onChange={setTemplate}>
            <Stack gap={0} mt={8}>
              {localActTemplate.options.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`template.${value}`)}
                  description={t(`template.${value}.hint`)}
                  py={8}
                />
              ))}
            </Stack>
          </Radio.Group>
          {begin.error && (
            <Alert color="red" role="alert">
              {sentenceOf(begin.error)}
            </Alert>
          )}
          <DialogActions submit={t('new.begin')} isPending={begin.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  )
}
