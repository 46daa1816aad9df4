import { Button, Group, Stack, Text } from '@mantine/core'
import type { DepartureObstacle } from '@kolosok/contract'
import { t } from './texts.ts'

/** Why not yet, and what comes first. */
export const Obstacle = ({ obstacle, onClose }: { obstacle: DepartureObstacle; onClose: () => void }) => (
  <Stack>
    <Text>{t(`obstacle.${obstacle}`)}</Text>
    <Group justify="flex-end">
      <Button data-autofocus onClick={onClose}>
        {t('obstacle.close')}
      </Button>
    </Group>
  </Stack>
)
