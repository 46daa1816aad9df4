import type { ArticleName, ArticleVoteId } from '@kolosok/contract'
import { Button, Group, Text, Textarea } from '@mantine/core'
import { IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import { useState } from 'react'
import { newId } from '#lib/new-id.ts'
import classes from './articles.module.css'
import { useVote } from './queries.ts'
import { t } from './texts.ts'

/** «Помогло?»: one answer of this device, which can change its mind; nobody's name goes along. */
export function Helped({ name }: { name: ArticleName }) {
  const [voteId] = useState(() => voteIdOf(name))
  const [isHelpful, setHelpful] = useState<boolean | null>(null)
  const [word, setWord] = useState('')
  const [isWordSent, setWordSent] = useState(false)
  const vote = useVote()

  const answer = (value: boolean) => {
    setHelpful(value)
    vote.mutate({ params: { name, voteId }, body: { isHelpful: value, word: '' } })
  }
  const send = (value: boolean) =>
    vote.mutate({ params: { name, voteId }, body: { isHelpful: value, word } }, { onSuccess: () => setWordSent(true) })

  return (
    <section className={classes.helped} aria-labelledby="helped">
      <Group>
        <h2 id="helped" className={classes.askingTitle}>
          {t('helped.title')}
        </h2>
        <Button
          variant={isHelpful === true ? 'filled' : 'default'}
          aria-pressed={isHelpful === true}
          leftSection={<IconThumbUp size={20} />}
          onClick={() => answer(true)}
        >
          {t('helped.yes')}
        </Button>
        <Button
          variant={isHelpful === false ? 'filled' : 'default'}
          aria-pressed={isHelpful === false}
          leftSection={<IconThumbDown size={20} />}
          onClick={() => answer(false)}
        >
          {t('helped.no')}
        </Button>
      </Group>
      <div role="status">
        {vote.isError && <Text c="var(--danger)">{t('helped.failed')}</Text>}
        {!vote.isError && isHelpful !== null && <Text>{t(isWordSent ? 'helped.sent' : 'helped.thanks')}</Text>}
      </div>
      {isHelpful !== null && !isWordSent && (
        <form
          className={classes.word}
          onSubmit={(event) => {
            event.preventDefault()
            if (word.trim() !== '') send(isHelpful)
          }}
        >
          <Textarea
            label={t(isHelpful ? 'helped.word.yes' : 'helped.word.no')}
            description={t('helped.word.hint')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={1_000}
            value={word}
            onChange={({ currentTarget }) => setWord(currentTarget.value)}
          />
          <Button type="submit" variant="light" loading={vote.isPending} disabled={word.trim() === ''}>
            {t('helped.send')}
          </Button>
        </form>
      )}
    </section>
  )
}

/** The same for one article on this device, whoever sits at it: known to the device alone. */
function voteIdOf(name: ArticleName): ArticleVoteId {
  const key = `article-vote:${name}`
  const id = (localStorage.getItem(key) ?? newId()) as ArticleVoteId
  localStorage.setItem(key, id)
  return id
}
