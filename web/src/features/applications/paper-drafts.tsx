import type { ApplicationDraft, ApplicationForm } from '@kolosok/contract'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import { explain } from './failures.ts'
import classes from './form.module.css'
import { downloadDraft } from './queries.ts'
import { t } from './texts.ts'

const papers = ['order', 'letter'] as const
const formats = ['docx', 'pdf'] as const

/** The order and the letter, filled in with what has been typed, for whoever has none yet. */
export function PaperDrafts({ form, title }: { readonly form: ApplicationForm; readonly title: string }) {
  const draft = useMutation({
    mutationFn: (wanted: Pick<ApplicationDraft, 'paper' | 'format'>) =>
      downloadDraft({ ...wanted, form }, t(`draft.${wanted.paper}.file`)),
  })
  return (
    <Stack gap="xs" className={classes.drafts}>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed">{t('draft.text')}</Text>
      {papers.map((paper) => (
        <Group key={paper} gap="xs" justify="space-between">
          <Text>{t(`draft.${paper}`)}</Text>
          <Group gap="xs">
            {formats.map((format) => (
              <Button
                key={format}
                variant="default"
                leftSection={<IconDownload size={18} />}
                aria-label={t('draft.take', { paper: t(`draft.${paper}`), format: t(`draft.${format}`) })}
                loading={draft.isPending && draft.variables.paper === paper && draft.variables.format === format}
                onClick={() => draft.mutate({ paper, format })}
              >
                {t(`draft.${format}`)}
              </Button>
            ))}
          </Group>
        </Group>
      ))}
      <Text role="alert" c="var(--danger)" fz="sm">
        {draft.isError && explain(draft.error)}
      </Text>
    </Stack>
  )
}
