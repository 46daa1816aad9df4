import type { EditedArticle } from '@kolosok/contract'
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '#lib/dates.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { ArticleText } from './article-text.tsx'
import classes from './articles.module.css'
import { type Change, useChange, useRemove } from './manage-queries.ts'
import { m } from './manage-texts.ts'
import { sentenceOf } from './use-article-editor.ts'

/** What can be done with it besides writing; what a new version asks stands first. */
export function ArticleTools({ article }: { article: EditedArticle }) {
  const { name, standing, isHidden } = article
  const [asked, setAsked] = useState<'restore' | 'remove' | null>(null)
  const change = useChange(article)
  const act = (what: Change) =>
    change.mutate(what, {
      onSuccess: () => {
        setAsked(null)
        notifications.show({ message: m(`done.${what}`) })
      },
      onError: (error) => notifications.show({ color: 'red', message: sentenceOf(error) }),
    })
  const ask = (what: 'restore' | 'remove') => () => setAsked(what)
  return (
    <>
      {standing === 'outdated' && (
        <Alert className={classes.outdated} title={m('outdated.title')}>
          <Stack gap="sm">
            <Text>{m('outdated.text')}</Text>
            <Group>
              <Button onClick={ask('restore')}>{m('outdated.take')}</Button>
              <Button variant="default" loading={change.isPending} onClick={() => act('keep')}>
                {m('outdated.keep')}
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <Group gap="xs">
        <Button renderRoot={(props) => <Link to="/help/articles/$name" params={{ name }} {...props} />} variant="light">
          {m('read')}
        </Button>
        <Button variant="default" loading={change.isPending} onClick={() => act(isHidden ? 'show' : 'hide')}>
          {m(isHidden ? 'show' : 'hide')}
        </Button>
        {standing === 'edited' && (
          <Button variant="default" onClick={ask('restore')}>
            {m('restore')}
          </Button>
        )}
        {standing === 'own' && (
          <Button variant="default" onClick={ask('remove')}>
            {m('remove')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        isOpen={asked === 'restore'}
        title={m('restore.title')}
        text={m('restore.text')}
        confirm={m('restore')}
        cancel={m('cancel')}
        isPending={change.isPending}
        problem={null}
        onConfirm={() => act('restore')}
        onClose={() => setAsked(null)}
      />
      {standing === 'own' && <Remove article={article} isOpen={asked === 'remove'} onClose={() => setAsked(null)} />}
    </>
  )
}

type RemoveProps = { readonly article: EditedArticle; readonly isOpen: boolean; readonly onClose: () => void }

function Remove({ article: { name }, isOpen, onClose }: RemoveProps) {
  const remove = useRemove(name)
  const navigate = useNavigate()
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={m('remove.title')}
      text={m('remove.text')}
      confirm={m('remove')}
      cancel={m('cancel')}
      isPending={remove.isPending}
      problem={remove.error ? sentenceOf(remove.error) : null}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            notifications.show({ message: m('removed') })
            void navigate({ to: '/operator/articles', replace: true })
          },
        })
      }
      onClose={onClose}
    />
  )
}

/** What came with the product, where something else is shown. */
export function ShippedText({ article: { standing, shipped } }: { article: EditedArticle }) {
  if (!shipped || standing === 'shipped') return null
  return (
    <section className={classes.card} aria-labelledby="shipped">
      <h2 id="shipped" className={classes.askingTitle}>
        {m('shipped')}
      </h2>
      <Text fw={600} mt="sm">
        {shipped.title}
      </Text>
      <ArticleText text={shipped.text} />
    </section>
  )
}

export function Words({ words }: Pick<EditedArticle, 'words'>) {
  return (
    <section className={classes.card} aria-labelledby="words">
      <h2 id="words" className={classes.askingTitle}>
        {m('words')}
      </h2>
      <p className={classes.lead}>{m(words.length === 0 ? 'words.empty' : 'words.lead')}</p>
      <ul className={classes.words}>
        {words.map(({ id, isHelpful, word, at }) => (
          <li key={id}>
            <span className={classes.excerpt}>
              {m(isHelpful ? 'word.helped' : 'word.not-helped')}, <time dateTime={at}>{formatDay(at)}</time>
            </span>
            {word}
          </li>
        ))}
      </ul>
    </section>
  )
}
