import { type LocalActEditionId, MAX_ACT_TITLE, localActAudience, type WholeLocalAct } from '@kolosok/contract'
import { Alert, Button, Select, Switch, Text, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { PageFrame } from '#ui/page-frame.tsx'
import { NotYet } from '#ui/not-yet.tsx'
import { Conflict } from './conflict.tsx'
import { type Kept, readKept } from './kept-writing.ts'
import classes from './local-acts.module.css'
import { localActQuery } from './queries.ts'
import { SectionFields } from './section-fields.tsx'
import { t } from './texts.ts'
import { useEditor } from './use-editor.ts'

export function EditorPage() {
  const { editionId }: Record<string, string | undefined> = useParams({ strict: false })
  return <Loaded key={editionId} editionId={editionId as LocalActEditionId} />
}

function Loaded({ editionId }: { editionId: LocalActEditionId }) {
  const query = useQuery(localActQuery(editionId))
  const [kept, setKept] = useState<{ readonly found: Kept | null } | null>(null)
  useEffect(() => {
    void readKept(editionId).then((found) => setKept({ found }))
  }, [editionId])
  if (query.data && kept) return <Editor act={query.data} kept={kept.found} />
  return (
    <Frame editionId={editionId}>
      <NotYet query={query} hidden={t('error.hidden')} />
    </Frame>
  )
}

type FrameProps = { editionId: LocalActEditionId; action?: React.ReactNode; children: React.ReactNode }
const Frame = ({ editionId, ...rest }: FrameProps) => (
  <PageFrame
    title={t('editor.title')}
    backTo={(props) => <Link to="/documents/$editionId" params={{ editionId }} {...props} />}
    {...rest}
  />
)

function Editor({ act, kept }: { act: WholeLocalAct; kept: Kept | null }) {
  const editing = useEditor(act, kept)
  const navigate = useNavigate()
  const { writing, change, errors, isDirty } = editing
  const leave = () => void navigate({ to: '/documents/$editionId', params: { editionId: act.id } })
  const submit = () => editing.save(leave)
  useHotkeys([['mod+S', submit]], [])
  const isDraft = act.abilities.edit
  return (
    <Frame
      editionId={act.id}
      action={
        <Button loading={editing.isPending} disabled={!isDirty || !isDraft} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      {!isDraft && <Alert color="wheat">{t('editor.not-draft')}</Alert>}
      {(editing.isConflict || editing.isBehind) && <Conflict act={act} editing={editing} onSaved={leave} />}
      {editing.problem !== null && (
        <Alert color="red" role="alert">
          {editing.problem}
        </Alert>
      )}
      <TextInput
        label={t('editor.name')}
        maxLength={MAX_ACT_TITLE}
        value={writing.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        error={errors['title']}
      />
      <div className={classes.fields}>
        <Select
          label={t('editor.audience')}
          data={localActAudience.options.map((value) => ({ value, label: t(`audience.${value}`) }))}
          allowDeselect={false}
          value={writing.audience}
          onChange={(value) => change({ audience: localActAudience.parse(value) })}
        />
        {act.kind === 'regulation' && (
          <Switch
            label={t('editor.hears-parents')}
            description={t('editor.hears-parents.hint')}
            checked={writing.hearsParents}
            onChange={({ currentTarget }) => change({ hearsParents: currentTarget.checked })}
          />
        )}
      </div>
      <SectionFields editing={editing} />
      <Text role="status" fz="sm" c="dimmed">
        {t(isDirty ? 'editor.kept' : 'editor.saved')}
      </Text>
    </Frame>
  )
}
