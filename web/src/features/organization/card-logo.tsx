import { type OrganizationCard, organizationEndpoints, pathOf, problemBody } from '@kolosok/contract'
import { Button, FileButton, Group, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call, NoConnection } from '#lib/api.ts'
import { logoUrl } from '#lib/logo.ts'
import { refetchTopics } from '#lib/query-client.ts'
import { Face } from '#ui/face.tsx'
import classes from './card.module.css'
import { showProblem } from './problems.ts'
import { t } from './card-texts.ts'

/** The picture beside the organization's name, everywhere it is shown. */
export function CardLogo({ card: { id, shortName, logoId } }: { card: OrganizationCard }) {
  const client = useQueryClient()
  const onSuccess = () => refetchTopics(client, ['organization'])
  const put = useMutation({ mutationFn: (file: File) => putLogo(id, file), onSuccess })
  const remove = useMutation({
    mutationFn: () => call(organizationEndpoints.removeLogo, { params: { organizationId: id } }),
    onSuccess,
    onError: showProblem,
  })
  return (
    <div className={classes.logo}>
      <Face name={shortName} isGroup size={72} image={logoUrl(logoId)} />
      <div>
        <Text fw={600}>{t('card.logo')}</Text>
        <Text c="dimmed" fz="sm">
          {t('card.logo.hint')}
        </Text>
        <Group gap="xs" mt="xs">
          <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && put.mutate(file)}>
            {(props) => (
              <Button variant="default" loading={put.isPending} {...props}>
                {t(logoId === null ? 'card.logo.choose' : 'card.logo.change')}
              </Button>
            )}
          </FileButton>
          {logoId !== null && (
            <Button variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('card.logo.remove')}
            </Button>
          )}
        </Group>
        {put.isError && (
          <Text role="alert" c="var(--danger)" fz="sm" mt={6}>
            {whyNot(put.error)}
          </Text>
        )}
      </div>
    </div>
  )
}

/** Bytes as they are: the contract's `call` speaks JSON. */
async function putLogo(organizationId: string, file: File): Promise<void> {
  const answer = await fetch(pathOf(organizationEndpoints.putLogo, { organizationId }), {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  }).catch((error: unknown) => {
    throw new NoConnection('The server can not be reached', { cause: error })
  })
  if (!answer.ok) throw new ApiProblem(problemBody.parse(await answer.json()))
}

function whyNot(error: unknown): string {
  const reason = error instanceof ApiProblem ? error.body.params?.['reason'] : undefined
  if (reason === 'file-too-large') return t('card.logo.too-large')
  return t(reason === undefined ? 'failed' : 'card.logo.bad')
}
