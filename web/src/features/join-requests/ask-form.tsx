import {
  consentVersions,
  type FoundOrganization,
  type GroupId,
  type JoinRequestId,
  type OwnJoinRequest,
} from '@kolosok/contract'
import {
  Alert,
  Button,
  Checkbox,
  Group,
  NativeSelect,
  SegmentedControl,
  Skeleton,
  Stack,
  TextInput,
  Textarea,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { Suspense, useState } from 'react'
import { ConsentFacts } from '#features/join/index.ts'
import { ApiProblem, isProblem } from '#lib/api.ts'
import { newId } from '#lib/new-id.ts'
import classes from './join-requests.module.css'
import { NameFields, type OwnName } from './name-fields.tsx'
import { type Asked, useAsk } from './queries.ts'
import { t } from './texts.ts'

type AskLink = { readonly token: string; readonly groupId: GroupId | null }

type Props = {
  readonly organization: FoundOrganization
  /** Null for an account that was never told a name. */
  readonly name: OwnName | null
  /** The link of a chat that led here: for parents, and mostly into one group. */
  readonly link?: AskLink
  readonly onDone: (request: OwnJoinRequest) => void
  readonly onBack: () => void
}

const empty = { givenName: '', patronymic: '', familyName: '' }

function useAskForm(name: OwnName | null, groupId: GroupId | null) {
  return useForm({
    initialValues: {
      role: 'parent',
      ...(name ?? empty),
      groupId: groupId ?? '',
      ...{ childName: '', label: '', position: '', word: '', hasAgreed: false },
    },
    validate: (values) => {
      const wanted =
        values.role === 'parent'
          ? (['givenName', 'familyName', 'childName', 'label'] as const)
          : (['givenName', 'familyName', 'position'] as const)
      const missing = wanted.flatMap((field) =>
        values[field].trim() === '' ? [[field, t(`missing.${field}`)] as const] : [],
      )
      return Object.fromEntries([...missing, ...(values.hasAgreed ? [] : [['hasAgreed', t('field.consent')] as const])])
    },
  })
}

type Values = ReturnType<typeof useAskForm>['values']

function toRequest(
  { hasAgreed: _, role, groupId, childName, label, position, ...rest }: Values,
  code: string,
  via?: string,
): Asked {
  const consent = (purpose: 'family-communication' | 'staff-communication') => [
    { purpose, textVersion: consentVersions[purpose] },
  ]
  if (role === 'teacher') return { role, code, ...rest, position, consents: consent('staff-communication') }
  const where = { groupId: groupId === '' ? null : (groupId as GroupId), childName, label }
  return {
    role: 'parent',
    code,
    ...rest,
    ...where,
    consents: consent('family-communication'),
    ...(via !== undefined && { via }),
  }
}

/** Who one is, whose parent, and a word for those who decide. */
export function AskForm({ organization, name, link, onDone, onBack }: Props) {
  const [id] = useState(() => newId() as JoinRequestId)
  const ask = useAsk(id)
  const form = useAskForm(name, link?.groupId ?? null)
  const isParent = form.values.role === 'parent'
  const submit = (values: Values) =>
    ask.mutate(toRequest(values, organization.code, link?.token), {
      onSuccess: onDone,
      onError: (error) => {
        const errors = error instanceof ApiProblem ? (error.body.errors ?? []) : []
        form.setErrors(Object.fromEntries(errors.map(({ pointer }) => [pointer.slice(2), t('field.wrong')])))
      },
    })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(submit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
    >
      <Stack>
        {!link && (
          <SegmentedControl
            size="md"
            aria-label={t('ask.role')}
            data={[
              { value: 'parent', label: t('ask.parent') },
              { value: 'teacher', label: t('ask.teacher') },
            ]}
            {...form.getInputProps('role')}
          />
        )}
        {name === null && <NameFields getInputProps={form.getInputProps} />}
        {isParent ? (
          <>
            <TextInput
              label={t('ask.child')}
              description={t('ask.child.hint')}
              maxLength={100}
              {...form.getInputProps('childName')}
            />
            <NativeSelect
              size="md"
              label={t('ask.group')}
              // The link says which: not to be chosen, but to be read.
              disabled={Boolean(link?.groupId)}
              classNames={{ input: classes.fixed ?? '' }}
              data={[
                { value: '', label: t('ask.group.unknown') },
                ...organization.groups.map((group) => ({ value: group.id, label: group.name })),
              ]}
              {...form.getInputProps('groupId')}
            />
            <TextInput
              label={t('ask.label')}
              placeholder={t('ask.label.example')}
              maxLength={60}
              {...form.getInputProps('label')}
            />
          </>
        ) : (
          <TextInput label={t('ask.position')} maxLength={80} {...form.getInputProps('position')} />
        )}
        <Textarea
          label={t('ask.word')}
          description={t('ask.word.hint')}
          maxLength={500}
          autosize
          minRows={2}
          {...form.getInputProps('word')}
        />
        <Suspense fallback={<Skeleton height={120} radius="md" aria-hidden="true" />}>
          <ConsentFacts organizationName={organization.name} role={isParent ? 'parent' : 'teacher'} />
        </Suspense>
        <Checkbox
          size="md"
          label={t(isParent ? 'ask.consent.parent' : 'ask.consent.teacher')}
          {...form.getInputProps('hasAgreed', { type: 'checkbox' })}
        />
        {ask.isError && (
          <Alert color="red" role="alert">
            {t(isProblem(ask.error, 'too-many-join-requests') ? 'ask.too-many' : 'error.failed')}
          </Alert>
        )}
        <Group>
          <Button type="submit" size="md" loading={ask.isPending}>
            {t('ask.send')}
          </Button>
          <Button variant="subtle" size="md" onClick={onBack}>
            {t('ask.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
