import { Button, Progress, SegmentedControl, Text, Textarea } from '@mantine/core'
import { type ImportKind, importKind } from '@kolosok/contract'
import { IconTableImport } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type DragEvent, useRef, useState } from 'react'
import { OrganizationPage, useOrganization } from '#features/organization-frame/index.ts'
import { useIsClosed } from '#lib/current-organization.ts'
import { EmptyState } from '#ui/states.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import classes from './imports.module.css'
import { t } from './texts.ts'
import { useBegin } from './use-begin.ts'

const WORDS = {
  children: { lead: 'lead', example: 'paste.example', drop: 'drop', choose: 'choose.of', columns: 'kinds' },
  staff: {
    lead: 'lead.staff',
    example: 'paste.example.staff',
    drop: 'drop.staff',
    choose: 'choose.of.staff',
    columns: 'kinds.staff',
  },
  groups: {
    lead: 'lead.groups',
    example: 'paste.example.groups',
    drop: 'drop.groups',
    choose: 'choose.of.groups',
    columns: 'kinds.groups',
  },
} as const satisfies Record<ImportKind, object>

/** Its address stays known where nothing can be brought in any more, or never could by this reader. */
export function BeginPage() {
  const { id, abilities } = useOrganization()
  const isClosed = useIsClosed(id)
  if (abilities.manageStructure) return <Begin />
  return (
    <OrganizationPage title={t('title')} backTo="/o/$code/groups">
      <EmptyState title={t(isClosed ? 'closed' : 'forbidden')} text={t(isClosed ? 'closed.text' : 'forbidden.text')} />
    </OrganizationPage>
  )
}

function Begin() {
  const { code } = useOrganization()
  const navigate = useNavigate()
  const { kind = 'children' } = useSearch({ strict: false })
  const begin = useBegin(kind)
  const [text, setText] = useState('')
  const isBusy = begin.sending !== null || begin.isReading
  const fault = (isText: boolean) => (begin.isTextRefused === isText ? begin.fault : null)

  return (
    <OrganizationPage title={t('title')} lead={t(WORDS[kind].lead)} backTo="/o/$code/groups">
      <SegmentedControl
        size="md"
        className={classes.kinds}
        aria-label={t('kind')}
        value={kind}
        disabled={isBusy}
        onChange={(value) =>
          void navigate({
            to: '/o/$code/imports',
            params: { code },
            search: { kind: value },
            replace: true,
          })
        }
        data={importKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <FileDrop kind={kind} begin={begin} fault={fault(false)} />
      <section className={classes.section}>
        <Textarea
          label={t('paste')}
          placeholder={t(WORDS[kind].example)}
          autosize
          minRows={4}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={fault(true)}
          classNames={{ input: classes.pasted }}
        />
        <Button
          className={classes.read}
          variant="light"
          disabled={text.trim() === ''}
          loading={isBusy && begin.sending === null}
          onClick={() => begin.sendText(text)}
        >
          {t('read')}
        </Button>
      </section>
      <EarlierImports />
    </OrganizationPage>
  )
}

type DropProps = {
  readonly kind: ImportKind
  readonly begin: ReturnType<typeof useBegin>
  readonly fault: string | null
}

function FileDrop({ kind, begin, fault }: DropProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    begin.sendFile(event.dataTransfer.files[0])
  }
  return (
    <section
      className={classes.drop}
      data-bad={fault !== null || undefined}
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
    >
      <IconTableImport size={40} stroke={1.4} color="var(--accent)" aria-hidden="true" />
      {begin.sending ? (
        <>
          <Text>{t('sending', { name: begin.sending.name })}</Text>
          <Progress
            w="100%"
            maw={420}
            value={begin.sending.part * 100}
            animated={begin.isReading}
            aria-label={t('sending', { name: begin.sending.name })}
          />
          <Button variant="subtle" onClick={begin.sending.stop} disabled={begin.isReading}>
            {t('stop')}
          </Button>
        </>
      ) : (
        <>
          <Text fw={600} visibleFrom="sm">
            {t(WORDS[kind].drop)}
          </Text>
          <Text fw={600} hiddenFrom="sm">
            {t(WORDS[kind].choose)}
          </Text>
          <Text c="dimmed" fz="sm" ta="center">
            {t(WORDS[kind].columns)}
          </Text>
          <Button onClick={() => chooser.current?.click()} aria-describedby="import-fault">
            {t('choose')}
          </Button>
        </>
      )}
      <Text id="import-fault" role="alert" c="var(--danger)" fz="sm">
        {fault}
      </Text>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt,text/csv"
        data-testid="import-file"
        onChange={({ currentTarget }) => {
          begin.sendFile(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
    </section>
  )
}
