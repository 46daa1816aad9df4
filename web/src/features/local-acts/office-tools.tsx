import type { LocalActEditionId, WholeLocalAct } from '@kolosok/contract'
import { Button, Text } from '@mantine/core'
import { IconArrowBackUp, IconBan, IconChecklist, IconCopyPlus, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { AcknowledgeDialog } from './acknowledge-dialog.tsx'
import classes from './local-acts.module.css'
import { sentenceOf } from './problems.ts'
import { useBeginNext, useRemove } from './queries.ts'
import { RepealDialog } from './repeal-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { t } from './texts.ts'

/** What those who look after it can do with it now. */
export function OfficeTools({ act }: { act: WholeLocalAct }) {
  const [open, setOpen] = useState<'acknowledge' | 'return' | 'remove' | 'repeal' | null>(null)
  const { id: editionId, abilities } = act
  const close = () => setOpen(null)
  return (
    <div className={classes.tools}>
      {abilities.edit && (
        <Button
          renderRoot={(props) => <Link to="/documents/$editionId/edit" params={{ editionId }} {...props} />}
          variant="light"
          leftSection={<IconPencil size={20} />}
        >
          {t('edit')}
        </Button>
      )}
      {abilities.acknowledge && (
        <Button leftSection={<IconChecklist size={20} />} onClick={() => setOpen('acknowledge')}>
          {t('acknowledge')}
        </Button>
      )}
      {abilities.beginNext && <BeginNext act={act} />}
      {abilities.returnToDraft && (
        <Button variant="default" leftSection={<IconArrowBackUp size={20} />} onClick={() => setOpen('return')}>
          {t('return')}
        </Button>
      )}
      {abilities.remove && (
        <Button variant="light" color="red" leftSection={<IconTrash size={20} />} onClick={() => setOpen('remove')}>
          {t('remove')}
        </Button>
      )}
      {abilities.repeal && (
        <Button variant="light" color="red" leftSection={<IconBan size={20} />} onClick={() => setOpen('repeal')}>
          {t(act.repeal ? 'repeal.mend' : 'repeal')}
        </Button>
      )}
      {open === 'acknowledge' && <AcknowledgeDialog act={act} onClose={close} />}
      {open === 'repeal' && <RepealDialog act={act} onClose={close} />}
      {open === 'return' && <ReturnDialog act={act} onClose={close} />}
      {open === 'remove' && <RemoveDialog act={act} onClose={close} />}
    </div>
  )
}

function BeginNext({ act: { localActId } }: { act: WholeLocalAct }) {
  // A retry begins the same edition.
  const [editionId] = useState(() => newId() as LocalActEditionId)
  const begin = useBeginNext()
  const navigate = useNavigate()
  const submit = () => {
    begin.mutate(
      { params: { localActId, editionId } },
      { onSuccess: () => void navigate({ to: '/documents/$editionId', params: { editionId } }) },
    )
  }
  return (
    <>
      <Button variant="default" leftSection={<IconCopyPlus size={20} />} loading={begin.isPending} onClick={submit}>
        {t('next')}
      </Button>
      {begin.error && (
        <Text role="alert" c="var(--danger)">
          {sentenceOf(begin.error)}
        </Text>
      )}
    </>
  )
}

function RemoveDialog({ act, onClose }: { act: WholeLocalAct; onClose: () => void }) {
  const remove = useRemove()
  const navigate = useNavigate()
  const submit = () => {
    remove.mutate(act.id, { onSuccess: () => void navigate({ to: '/documents', search: { box: 'preparing' } }) })
  }
  return (
    <ConfirmDialog
      isOpen
      title={t('remove.title')}
      text={t('remove.text')}
      confirm={t('remove')}
      cancel={t('cancel')}
      isPending={remove.isPending}
      problem={remove.error && sentenceOf(remove.error)}
      onConfirm={submit}
      onClose={onClose}
    />
  )
}
