import type { Webinar } from '@kolosok/contract'
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { useRegister, useWithdraw } from './queries.ts'
import { t } from './texts.ts'
import classes from './webinars.module.css'

type Props = { readonly webinar: Webinar & { readonly proposedName: string } }

/** One's own seat: taking it, under which name, giving it back. */
export function Registration({ webinar }: Props) {
  const { own, abilities, state } = webinar
  if (state === 'cancelled' || (!own && state !== 'published')) return null
  if (!own && !abilities.register) return <Text c="dimmed">{t('register.closed')}</Text>
  return (
    <section className={classes.panel} aria-label={t('register.own')}>
      {own ? (
        <>
          <Text fw={600}>{standingOf(webinar)}</Text>
          <Text className={classes.quiet ?? ''}>{t('register.as', { name: own.name })}</Text>
        </>
      ) : (
        <Text>{t(isFull(webinar) ? 'register.full' : 'register.free')}</Text>
      )}
      {abilities.register && <Choices webinar={webinar} />}
    </section>
  )
}

function Choices({ webinar }: Props) {
  const [open, setOpen] = useState<'name' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  const { own, abilities } = webinar
  return (
    <Group gap="sm">
      {own ? (
        <Button variant="default" onClick={() => setOpen('name')}>
          {t('register.rename')}
        </Button>
      ) : (
        <Button size="md" onClick={() => setOpen('name')}>
          {t(isFull(webinar) ? 'register.wait' : 'register')}
        </Button>
      )}
      {abilities.withdraw && (
        <Button variant="subtle" color="red" onClick={() => setOpen('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {open === 'name' && <NameDialog webinar={webinar} onClose={close} />}
      <Withdrawing webinar={webinar} isOpen={open === 'withdraw'} onClose={close} />
    </Group>
  )
}

const isFull = ({ seats, taken }: Webinar) => seats !== null && taken >= seats

function standingOf({ own, state }: Webinar): string {
  if (own?.state === 'waiting') return t(state === 'over' ? 'own.waited' : 'own.ahead', { ahead: own.ahead })
  return t(state === 'over' ? 'own.was' : 'own.seat')
}

/** As the papers will call them: put right now rather than afterwards. */
function NameDialog({ webinar, onClose }: Props & { onClose: () => void }) {
  const register = useRegister(webinar.id)
  const form = useForm({
    initialValues: { name: webinar.own?.name ?? webinar.proposedName },
    validate: { name: (name) => (name.trim() === '' ? t('missing.name') : null) },
  })
  const submit = form.onSubmit(({ name }) => {
    register.mutate(name, {
      onSuccess: ({ own }) => {
        notifications.show({ message: t(own?.state === 'waiting' ? 'done.waiting' : 'done.registered') })
        onClose()
      },
      onError: (error) => form.setErrors(badFieldsOf(error) ?? {}),
    })
  })
  return (
    <Modal opened onClose={onClose} title={t('name.title')}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            description={t('name.hint')}
            maxLength={150}
            data-autofocus
            {...form.getInputProps('name')}
          />
          {register.error && badFieldsOf(register.error) === null && (
            <Alert color="red" role="alert">
              {sentenceOf(register.error)}
            </Alert>
          )}
          <DialogActions
            submit={t(webinar.own ? 'name.save' : isFull(webinar) ? 'register.wait' : 'register')}
            isPending={register.isPending}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}

function lossOf({ own, inLine }: Webinar) {
  if (own?.state === 'waiting') return 'withdraw.line'
  return inLine > 0 ? 'withdraw.seat' : 'withdraw.text'
}

function Withdrawing({ webinar, isOpen, onClose }: Props & { isOpen: boolean; onClose: () => void }) {
  const withdraw = useWithdraw(webinar.id)
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('withdraw.title')}
      text={t(lossOf(webinar))}
      confirm={t('withdraw')}
      cancel={t('withdraw.keep')}
      isPending={withdraw.isPending}
      problem={withdraw.error && sentenceOf(withdraw.error)}
      onConfirm={() =>
        withdraw.mutate(undefined, {
          onSuccess: () => {
            notifications.show({ message: t('done.withdrawn') })
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}
