import { Button, Progress, Text, Textarea } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { OrganizationPage } from '#features/organization-frame/index.ts'
import { EarlierImports } from './earlier-imports.tsx'
import classes from './imports.module.css'
import { t } from './texts.ts'
import { useBegin } from './use-begin.ts'

export function BeginPage() {
  const begin = useBegin()
  const [text, setText] = useState('')
  const isBusy = begin.sending !== null || begin.isReading
  const fault = (isText: boolean) => (begin.isTextRefused === isText ? begin.fault : null)

  return (
    <OrganizationPage title={t('title')} lead={t('lead')} backTo="/o/$code/groups">
      <FileDrop begin={begin} fault={fault(false)} />
      <section className={classes.section}>
        <Textarea
          label={t('paste')}
          placeholder={t('paste.example')}
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

type DropProps = { readonly begin: ReturnType<typeof useBegin>; readonly fault: string | null }

function FileDrop({ begin, fault }: DropProps) {
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
          <Text fw={600}>{t('drop')}</Text>
          <Text c="dimmed" fz="sm" ta="center">
            {t('kinds')}
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
