import { MAX_NOTICE_OPTION, MAX_NOTICE_OPTIONS, noticeAsks } from '@kolosok/contract'
import { ActionIcon, Button, Input, Radio, Stack, Switch, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { t } from './texts.ts'
import { hasChildren, type NoticeEditing } from './use-notice-editor.ts'

type Props = Pick<NoticeEditing, 'form'>

/** What is wanted of those who get it, and whether one answer does for a child. */
export function AsksField({ form }: Props) {
  const { asks, audience } = form.values
  return (
    <>
      <Radio.Group
        label={t('editor.asks')}
        value={asks}
        onChange={(value) => form.setFieldValue('asks', noticeAsks.parse(value))}
      >
        <Stack gap={0} mt={4}>
          {noticeAsks.options.map((one) => (
            <Radio key={one} value={one} label={t(`editor.asks.${one}`)} py={8} />
          ))}
        </Stack>
      </Radio.Group>
      {asks === 'choice' && <Options form={form} />}
      {hasChildren(audience) && (
        <Switch
          label={t('editor.per')}
          description={t('editor.per.hint')}
          {...form.getInputProps('isPerChild', { type: 'checkbox' })}
        />
      )}
    </>
  )
}

function Options({ form }: Props) {
  const { options } = form.values
  return (
    <Input.Wrapper label={t('editor.options')} error={form.errors['options']}>
      <Stack gap="xs" mt={4}>
        {options.map((option, index) => (
          <TextInput
            key={index}
            aria-label={t('editor.option', { number: index + 1 })}
            placeholder={t('editor.option', { number: index + 1 })}
            value={option}
            maxLength={MAX_NOTICE_OPTION}
            onChange={({ currentTarget }) => form.setFieldValue('options', options.with(index, currentTarget.value))}
            rightSectionWidth={44}
            rightSection={
              options.length > 2 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={40}
                  aria-label={t('editor.option.remove', { number: index + 1 })}
                  onClick={() => form.setFieldValue('options', options.toSpliced(index, 1))}
                >
                  <IconX size={18} />
                </ActionIcon>
              )
            }
          />
        ))}
        {options.length < MAX_NOTICE_OPTIONS && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => form.setFieldValue('options', [...options, ''])}
          >
            {t('editor.option.add')}
          </Button>
        )}
      </Stack>
    </Input.Wrapper>
  )
}
