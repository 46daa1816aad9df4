import { MAX_REPORT_WORD, type StatisticsReport } from '@kolosok/contract'
import { Alert, Button, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganization } from '#features/organization-frame/index.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { useEdit, useRemove, useSubmit } from './queries.ts'
import classes from './statistics.module.css'
import { t } from './texts.ts'
import { sentenceOf } from './words.ts'

/** What can be done with a report now: written and submitted, or decided. */
export function ReportActions({ report }: { report: StatisticsReport }) {
  if (report.abilities.edit) return <Writing report={report} />
  return report.abilities.decide ? <Deciding report={report} /> : null
}

function Writing({ report }: { report: StatisticsReport }) {
  const { code } = useOrganization()
  const navigate = useNavigate()
  const [word, setWord] = useState(report.word)
  const [asked, setAsked] = useState<'submit' | 'remove' | null>(null)
  const [edit, submit, remove] = [useEdit(), useSubmit(), useRemove()]
  const params = { statisticsReportId: report.id }
  const body = { rev: report.rev, word }
  const close = () => setAsked(null)
  const handleRemoved = () => {
    notifications.show({ message: t('done.removed') })
    void navigate({ to: '/o/$code/statistics/reports', params: { code } })
  }
  const failed = edit.error ?? submit.error ?? remove.error
  return (
    <section className={classes.section}>
      <Textarea
        label={t('word')}
        description={t('word.hint')}
        maxLength={MAX_REPORT_WORD}
        autosize
        minRows={3}
        value={word}
        onChange={(event) => setWord(event.currentTarget.value)}
      />
      {failed && (
        <Alert color="red" role="alert">
          {sentenceOf(failed)}
        </Alert>
      )}
      <div className={classes.tools}>
        <Button onClick={() => setAsked('submit')}>{t('submit')}</Button>
        <Button
          variant="default"
          loading={edit.isPending}
          disabled={word.trim() === report.word}
          onClick={() =>
            edit.mutate({ params, body }, { onSuccess: () => notifications.show({ message: t('done.saved') }) })
          }
        >
          {t('save')}
        </Button>
        {report.abilities.remove && (
          <Button variant="subtle" color="red" onClick={() => setAsked('remove')}>
            {t('remove')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={asked === 'submit'}
        title={t('submit.title')}
        text={t('submit.text')}
        confirm={t('submit')}
        cancel={t('cancel')}
        isPending={submit.isPending}
        isHarmless
        problem={null}
        onClose={close}
        onConfirm={() =>
          submit.mutate(
            { params, body },
            { onSuccess: () => notifications.show({ message: t('done.submitted') }), onSettled: close },
          )
        }
      />
      <ConfirmDialog
        isOpen={asked === 'remove'}
        title={t('remove.title')}
        text={t('remove.text')}
        confirm={t('remove')}
        cancel={t('cancel')}
        isPending={remove.isPending}
        problem={null}
        onClose={close}
        onConfirm={() => remove.mutate({ params }, { onSuccess: handleRemoved, onSettled: close })}
      />
    </section>
  )
}

function Deciding({ report }: { report: StatisticsReport }) {
  const [verdict, setVerdict] = useState<'acknowledged' | 'returned' | null>(null)
  return (
    <section className={classes.section} data-waiting>
      <div className={classes.tools}>
        <Button onClick={() => setVerdict('acknowledged')}>{t('acknowledge')}</Button>
        <Button variant="default" onClick={() => setVerdict('returned')}>
          {t('return')}
        </Button>
      </div>
      {verdict && <DecisionDialog report={report} verdict={verdict} onClose={() => setVerdict(null)} />}
    </section>
  )
}
