import { type ArticleLanguage, type EditedArticle, MAX_ARTICLE_TEXT, MAX_ARTICLE_TITLE } from '@kolosok/contract'
import { Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { DialogActions } from '#ui/dialog-actions.tsx'
import { inRussian } from './languages.ts'
import { useTranslate } from './manage-queries.ts'
import { m } from './manage-texts.ts'
import { badFieldsOf, sentenceOf } from './use-article-editor.ts'

type Props = { readonly article: EditedArticle; readonly language: ArticleLanguage; readonly onClose: () => void }

const required = (value: string) => (value.trim() === '' ? m('fault.required') : null)

/** Begun from the Russian text, which is overwritten line by line. */
export function TranslationDialog({ article, language, onClose }: Props) {
  const [there] = useState(() => article.translations.find((one) => one.language === language))
  const translate = useTranslate()
  const form = useForm({
    initialValues: { title: there?.title ?? article.title, text: there?.text ?? article.text },
    validate: { title: required, text: required },
  })
  const submit = form.onSubmit((words) => {
    translate.mutate(
      { params: { name: article.name, language }, body: { ...words, rev: there?.rev ?? 0 } },
      {
        onSuccess: () => {
          notifications.show({ message: m('translation.saved') })
          onClose()
        },
        onError: (error) => form.setErrors(badFieldsOf(error)),
      },
    )
  })
  const isWhole = translate.error !== null && Object.keys(badFieldsOf(translate.error)).length === 0
  return (
    <Modal opened onClose={onClose} size="lg" title={m('translation.title', { language: inRussian(language) })}>
      <form noValidate onSubmit={submit}>
        <Stack>
          <TextInput
            lang={language}
            label={m('field.title')}
            maxLength={MAX_ARTICLE_TITLE}
            data-autofocus
            {...form.getInputProps('title')}
          />
          <Textarea
            lang={language}
            label={m('field.text')}
            description={m('translation.hint')}
            autosize
            minRows={8}
            maxRows={20}
            maxLength={MAX_ARTICLE_TEXT}
            {...form.getInputProps('text')}
          />
          <DialogActions
            submit={m('save')}
            isPending={translate.isPending}
            problem={isWhole ? sentenceOf(translate.error) : null}
            onClose={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
