import type { Page } from '@playwright/test'
import type { Installation } from '../fixtures/installation.ts'
import type { Device } from '../fixtures/test.ts'

/** Where the scenario is played: the installation, and browsers for as many people as come. */
export type Stage = {
  readonly installation: Installation
  readonly open: (device?: Device) => Promise<Page>
}
