import { type ConsentPurpose, type ConsentTemplate, consentTemplates, MAX_TEXT } from '@kolosok/contract'
import { Alert, Button, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { t } from './texts.ts'
import { usePurposeEditor } from './use-purpose-editor.ts'

type Props = {
  readonly purpose: ConsentPurpose | null
  readonly taken: readonly ConsentTemplate[]
  readonly onClose: () => void
}

const templates = Object.keys(consentTemplates) as ConsentTemplate[]

/** Begins with a shipped text; another text later asks everybody anew, and says so. */
export function PurposeEditor({ purpose, taken, onClose }: Props) {
  const free = templates.filter((one) => one.endsWith('-other') || !taken.includes(one))
  const isPhone = useMediaQuery('(max-width: 48em)')
  const editing = usePurposeEditor(purpose, free[0] ?? 'child-other', onClose)
  const { template, title, setTitle, text, setText, faults, problem, isPending, choose, submit } = editing
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(purpose ? 'edit.title' : 'edit.new')}
      size="lg"
      fullScreen={isPhone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {!purpose && (
          <Select
            label={t('edit.template')}
            data={free.map((value) => ({ value, label: t(`template.${value}`) }))}
            value={template}
            allowDeselect={false}
            onChange={(value) => {
              if (value) choose(value)
            }}
          />
        )}
        <TextInput
          label={t('edit.purpose')}
          description={t('edit.purpose.hint')}
          value={title}
          maxLength={120}
          error={faults['title']}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <Textarea
          label={t('edit.text')}
          description={t('edit.text.hint')}
          value={text}
          maxLength={MAX_TEXT}
          autosize
          minRows={6}
          maxRows={14}
          error={faults['text']}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Text fz="sm" c="dimmed">
          {t(`effect.${template}`)}
        </Text>
        {purpose && <Alert color="yellow">{t('edit.again')}</Alert>}
        {problem !== null && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Button loading={isPending} style={{ alignSelf: 'flex-end' }} onClick={submit}>
          {t(purpose ? 'edit.save' : 'edit.ask')}
        </Button>
      </Stack>
    </Modal>
  )
}
