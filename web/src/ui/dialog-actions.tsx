import { Alert, Button, Group } from '@mantine/core'
import classes from './dialog-actions.module.css'
import { t } from './texts.ts'

type Props = {
  /** What sending the form does. */
  readonly submit: string
  readonly isPending: boolean
  readonly isDisabled?: boolean
  /** Something is lost by it. */
  readonly isDangerous?: boolean
  /** Why it did not work; null while it may still. */
  readonly problem?: string | null
  readonly cancel?: string
  readonly onClose: () => void
}

/** The end of a dialog's form: why it did not work, the way out, and the button that sends it. */
export function DialogActions({ submit, isPending, isDisabled, isDangerous, problem = null, cancel, onClose }: Props) {
  return (
    <>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end" className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {cancel ?? t('cancel')}
        </Button>
        <Button type="submit" loading={isPending} disabled={isDisabled ?? false} {...(isDangerous && { color: 'red' })}>
          {submit}
        </Button>
      </Group>
    </>
  )
}
