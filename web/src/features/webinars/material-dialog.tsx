import type { WebinarId, WebinarMaterialId } from '@kolosok/contract'
import { Button, Modal, SegmentedControl, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPaperclip } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { UploadTray, useUploads } from '#features/files/index.ts'
import { newId } from '#lib/new-id.ts'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { useAddMaterial } from './plan-queries.ts'
import { p } from './plan-texts.ts'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { t } from './texts.ts'

type Props = { readonly webinarId: WebinarId; readonly onClose: () => void }
type Values = { title: string; what: 'link' | 'file'; link: string; shown: 'before' | 'after' }

/** A link or a file, and from when on those registered see it. */
export function MaterialDialog({ webinarId, onClose }: Props) {
  const add = useAddMaterial(webinarId)
  const tray = useUploads()
  const [materialId] = useState(() => newId() as WebinarMaterialId)
  const form = useForm<Values>({
    initialValues: { title: '', what: 'link', link: 'https://', shown: 'before' },
    validate: {
      title: (title) => (title.trim() === '' ? t('missing.material') : null),
      link: (link, { what }) => (what === 'link' && !URL.canParse(link) ? p('materials.link.bad') : null),
    },
  })
  const [file] = tray.ready
  const submit = form.onSubmit(({ title, what, link, shown }) => {
    if (what === 'file' && !file) {
      form.setFieldError('what', p('materials.file.required'))
      return
    }
    const source = what === 'file' && file ? { fileId: file.fileId } : { link }
    add.mutate(
      { materialId, body: { title, shown, ...source } },
      {
        onSuccess: onClose,
        onError: (error) => {
          form.setErrors(badFieldsOf(error) ?? {})
        },
      },
    )
  })
  return (
    <Modal opened onClose={onClose} title={p('materials.add')} closeOnClickOutside={false}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput label={p('materials.title')} maxLength={200} data-autofocus {...form.getInputProps('title')} />
          <SegmentedControl
            aria-label={p('materials.what')}
            data={(['link', 'file'] as const).map((value) => ({ value, label: p(`materials.${value}`) }))}
            {...form.getInputProps('what')}
          />
          {form.values.what === 'link' ? (
            <TextInput type="url" label={p('materials.link')} maxLength={2_000} {...form.getInputProps('link')} />
          ) : (
            <FileField tray={tray} problem={form.errors['what']} />
          )}
          <Select
            label={p('materials.shown')}
            data={(['before', 'after'] as const).map((value) => ({ value, label: p(`materials.shown.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('shown')}
          />
          <DialogActions
            submit={p('materials.add')}
            isPending={add.isPending}
            isDisabled={tray.isBusy}
            problem={add.error && badFieldsOf(add.error) === null ? sentenceOf(add.error) : null}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}

function FileField({ tray, problem }: { tray: ReturnType<typeof useUploads>; problem: ReactNode }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <UploadTray tray={tray} />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={p('materials.choose')}
        onChange={({ currentTarget }) => {
          tray.add([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      {tray.ready.length === 0 && !tray.isBusy && (
        <Button variant="light" leftSection={<IconPaperclip size={20} />} onClick={() => input.current?.click()}>
          {p('materials.choose')}
        </Button>
      )}
      {problem && (
        <div role="alert" style={{ color: 'var(--danger)' }}>
          {problem}
        </div>
      )}
    </>
  )
}
