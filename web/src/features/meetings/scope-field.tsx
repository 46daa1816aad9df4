import { type MeetingScope, meetingScope } from '@kolosok/contract'
import { Radio, Stack } from '@mantine/core'
import { t } from './texts.ts'

type Props = {
  readonly isLesson: string
  readonly value: MeetingScope
  readonly onChange: (value: MeetingScope) => void
}

/** Of a repeated meeting: this one, or all that follow, too. */
export function ScopeField({ isLesson, value, onChange }: Props) {
  return (
    <Radio.Group label={t('scope')} value={value} onChange={(chosen) => onChange(meetingScope.parse(chosen))}>
      <Stack gap={0} my={4}>
        {meetingScope.options.map((scope) => (
          <Radio key={scope} value={scope} label={t(`scope.${scope}`, { isLesson })} py={8} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
