import { type LessonTask, MAX_TASK_TEXT, type Meeting } from '@kolosok/contract'
import { Alert, Button, Group, Textarea } from '@mantine/core'
import { IconHomeEdit } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DateField } from '#ui/date-field.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { formatDayWithin } from './days.ts'
import classes from './meetings.module.css'
import { badFieldsOf, sentenceOf } from './problems.ts'
import { taskQuery, useSetTask } from './task-queries.ts'
import { t } from './texts.ts'
import { Work } from './work.tsx'

/** What a lesson gives to do at home, and what came back: of all for its teachers, of one's own for a family. */
export function LessonTaskPanel({ meeting: { id } }: { meeting: Meeting }) {
  const [isEditing, setEditing] = useState(false)
  const query = useQuery(taskQuery(id))
  const told = query.data
  if (told && !told.task && !told.maySet) return null
  return (
    <section className={classes.panel} aria-label={t('task')}>
      <h2 className={classes.panelTitle}>{t('task')}</h2>
      <NotYet query={query} hidden={t('error.hidden')} />
      {told && !isEditing && <Given {...told} onEdit={() => setEditing(true)} />}
      {told && isEditing && <TaskForm meetingId={id} task={told.task} onClose={() => setEditing(false)} />}
      <ul className={classes.people}>
        {told?.works.map((work) => (
          <Work key={work.childId} meetingId={id} work={work} mayAnswer={told.mayAnswer} />
        ))}
      </ul>
    </section>
  )
}

type GivenProps = { readonly task: LessonTask | null; readonly maySet: boolean; readonly onEdit: () => void }

function Given({ task, maySet, onEdit }: GivenProps) {
  return (
    <>
      {task && <p className={classes.lines}>{task.text}</p>}
      {task?.dueDay != null && <p className={classes.line}>{t('task.due', { day: formatDayWithin(task.dueDay) })}</p>}
      {maySet && (
        <div>
          <Button variant="default" leftSection={<IconHomeEdit size={20} />} onClick={onEdit}>
            {t(task ? 'task.change' : 'task.set')}
          </Button>
        </div>
      )}
    </>
  )
}

type FormProps = {
  readonly meetingId: Meeting['id']
  readonly task: LessonTask | null
  readonly onClose: () => void
}

function TaskForm({ meetingId, task, onClose }: FormProps) {
  const [text, setText] = useState(task?.text ?? '')
  const [dueDay, setDueDay] = useState(task?.dueDay ?? '')
  // As it was when the form opened: what others change meanwhile must not be written over.
  const [rev] = useState(task?.rev ?? 0)
  const set = useSetTask()
  const bad = set.error && badFieldsOf(set.error)
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        const body = { text, dueDay: dueDay === '' ? null : dueDay, rev }
        set.mutate({ params: { meetingId }, body }, { onSuccess: onClose })
      }}
    >
      <Textarea
        label={t('task.text')}
        autosize
        minRows={3}
        maxLength={MAX_TASK_TEXT}
        value={text}
        error={bad?.['text']}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <DateField label={t('task.dueDay')} value={dueDay} error={bad?.['dueDay']} onChange={setDueDay} />
      {set.error && !bad && (
        <Alert color="red" role="alert">
          {sentenceOf(set.error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <Button type="submit" loading={set.isPending}>
          {t('task.save')}
        </Button>
      </Group>
    </form>
  )
}
