import { Button, CopyButton, Text } from '@mantine/core'

type Props = { readonly code: string; readonly copy: string; readonly copied: string }

/** A code that is shown this once: to be read out, written down or copied. */
export function OneTimeCode({ code, copy, copied }: Props) {
  return (
    <>
      <Text ff="monospace" fz={30} fw={600} lts={2}>
        {code}
      </Text>
      <CopyButton value={code}>
        {(clipboard) => (
          <Button variant="default" onClick={clipboard.copy}>
            {clipboard.copied ? copied : copy}
          </Button>
        )}
      </CopyButton>
    </>
  )
}
