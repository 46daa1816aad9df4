import { articleLanguage, type ArticleLanguage, type EditedArticle } from '@kolosok/contract'
import { Button, NativeSelect, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import classes from './articles.module.css'
import { inRussian } from './languages.ts'
import { useRemoveTranslation } from './manage-queries.ts'
import { m } from './manage-texts.ts'
import { TranslationDialog } from './translation-dialog.tsx'
import { sentenceOf } from './use-article-editor.ts'

/** The same in other languages, for those whose browser asks for them. */
export function Translations({ article }: { article: EditedArticle }) {
  const [open, setOpen] = useState<ArticleLanguage | null>(null)
  const [removed, setRemoved] = useState<ArticleLanguage | null>(null)
  const { translations } = article
  const left = articleLanguage.options.filter((one) => translations.every(({ language }) => language !== one))
  return (
    <section className={classes.card} aria-labelledby="translations">
      <h2 id="translations" className={classes.askingTitle}>
        {m('translations')}
      </h2>
      <p className={classes.lead}>{m('translations.lead')}</p>
      <ul className={classes.words}>
        {translations.map(({ language, title, isOld }) => (
          <li key={language}>
            <span className={classes.excerpt}>
              {inRussian(language)} {isOld && <StateBadge tone="waiting">{m('translation.old')}</StateBadge>}
            </span>
            <Text lang={language}>{title}</Text>
            <Button variant="subtle" onClick={() => setOpen(language)}>
              {m('translation.change')}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setRemoved(language)}>
              {m('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <NativeSelect
        label={m('translation.add')}
        value=""
        data={[
          { value: '', label: m('translation.choose') },
          ...left.map((value) => ({ value, label: inRussian(value) })),
        ]}
        onChange={({ currentTarget }) => setOpen(articleLanguage.safeParse(currentTarget.value).data ?? null)}
      />
      {open && <TranslationDialog article={article} language={open} onClose={() => setOpen(null)} />}
      {removed && <Removing article={article} language={removed} onClose={() => setRemoved(null)} />}
    </section>
  )
}

type Props = { readonly article: EditedArticle; readonly language: ArticleLanguage; readonly onClose: () => void }

function Removing({ article: { name }, language, onClose }: Props) {
  const remove = useRemoveTranslation()
  return (
    <ConfirmDialog
      isOpen
      title={m('translation.remove.title', { language: inRussian(language) })}
      text={m('translation.remove.text')}
      confirm={m('remove')}
      cancel={m('cancel')}
      isPending={remove.isPending}
      problem={remove.error && sentenceOf(remove.error)}
      onConfirm={() =>
        remove.mutate(
          { name, language },
          {
            onSuccess: () => {
              notifications.show({ message: m('translation.removed') })
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}
