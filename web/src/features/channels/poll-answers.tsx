import type { CountedPoll, Post, PollAnswer } from '@kolosok/contract'
import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconTableExport } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Face } from '#ui/face.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { saveWorkbook } from '#ui/save-workbook.ts'
import classes from './channels.module.css'
import { sentenceOf } from './problems.ts'
import { answersQuery, fetchAnswers } from './queries.ts'
import { t } from './texts.ts'

type Props = { readonly post: Pick<Post, 'id'>; readonly poll: CountedPoll; readonly onClose: () => void }

/** Who chose what, for those who have to go by it. */
export function PollAnswers({ post, poll, onClose }: Props) {
  const query = useInfiniteQuery(answersQuery(post.id))
  const answers = query.data?.pages.flatMap((page) => page.answers) ?? []
  return (
    <Modal opened onClose={onClose} title={t('poll.answers')} closeButtonProps={{ 'aria-label': t('close') }}>
      <NotYet query={query} hidden={t('error.hidden')} />
      <ul className={classes.answers}>
        {answers.map((answer) => (
          <li key={answer.accountId}>
            <Face name={answer.name} size={36} />
            <span>
              <b>{nameOf(answer)}</b>
              {answer.label !== '' && <span className={classes.label}> · {answer.label}</span>}
              <br />
              {wordsOf(answer, poll)}
            </span>
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        {query.hasNextPage && (
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('posts.more')}
          </Button>
        )}
        {answers.length > 0 && <WorkbookButton post={post} poll={poll} />}
      </div>
    </Modal>
  )
}

const nameOf = ({ name }: PollAnswer) => (name === '' ? t('poll.someone') : name)
const wordsOf = ({ options }: PollAnswer, poll: CountedPoll) =>
  options.map((option) => poll.options[option]?.text ?? '').join('; ')

/** All of them, however many pages the screen has shown. */
function WorkbookButton({ post, poll }: Pick<Props, 'post' | 'poll'>) {
  const [isPending, setPending] = useState(false)
  const save = async () => {
    setPending(true)
    try {
      const answers = await fetchAnswers(post.id)
      await saveWorkbook({
        file: t('poll.file'),
        heads: [
          { title: t('poll.file.name'), width: 36 },
          { title: t('poll.file.label'), width: 30 },
          { title: poll.question, width: 50 },
        ],
        rows: answers.map((answer) => [nameOf(answer), answer.label, wordsOf(answer, poll)]),
      })
    } catch (error) {
      notifications.show({ color: 'red', message: sentenceOf(error) })
    } finally {
      setPending(false)
    }
  }
  return (
    <Button variant="light" loading={isPending} leftSection={<IconTableExport size={20} />} onClick={() => void save()}>
      {t('poll.save')}
    </Button>
  )
}
