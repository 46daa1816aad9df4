import type { Notice, NoticeId } from '@kolosok/contract'
import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Attachments } from '#features/files/index.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { Answers } from './answer-buttons.tsx'
import { Following } from './following.tsx'
import { Marks } from './notice-card.tsx'
import classes from './notices.module.css'
import { noticeQuery } from './queries.ts'
import { t } from './texts.ts'
import { formatWhen } from './words.ts'

export function NoticePage() {
  const { noticeId }: Record<string, string | undefined> = useParams({ strict: false })
  return <OneNotice key={noticeId} noticeId={noticeId as NoticeId} />
}

function OneNotice({ noticeId }: { noticeId: NoticeId }) {
  const query = useQuery(noticeQuery(noticeId))
  const notice = query.data
  if (!notice) {
    return (
      <PageFrame title={t('title')} backTo="/notices">
        <NotYet query={query} hidden={t('error.hidden')} />
      </PageFrame>
    )
  }
  const { title, state, units, following, progress } = notice
  return (
    <PageFrame title={title} backTo="/notices">
      <Whole notice={notice} />
      {units.length > 0 && (
        <div className={classes.answering} data-open={state === 'open' || undefined}>
          <Answers notice={notice} />
        </div>
      )}
      {following && progress && <Following notice={notice} progress={progress} following={following} />}
    </PageFrame>
  )
}

function Whole({ notice }: { notice: Notice }) {
  const { text, attachments, author, sentAt, state, word, correctedAt, units } = notice
  return (
    <article className={classes.whole}>
      <Marks notice={notice} />
      {state === 'withdrawn' && word !== '' && <Alert color="gray">{t('withdrawn.word', { word })}</Alert>}
      {correctedAt !== null && state === 'open' && units.length > 0 && (
        <Alert color="wheat">{t('corrected.text', { when: formatWhen(correctedAt) })}</Alert>
      )}
      {text !== '' && (
        <p className={classes.text}>
          <LinkedText text={text} />
        </p>
      )}
      {attachments.length > 0 && <Attachments attachments={attachments} />}
      <div className={classes.meta}>{t('meta', { author, sent: formatWhen(sentAt) })}</div>
    </article>
  )
}
