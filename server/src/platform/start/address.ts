import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

type Where = Pick<Config, 'dataFolder' | 'publicUrl'>

const fileOf = ({ dataFolder }: Where) => join(dataFolder, 'address')

/** For the commands beside the server: they are seldom told the settings that it was started with. */
export const keepAddress = (config: Where): Promise<void> => writeFile(fileOf(config), config.publicUrl)

/** Where the server on this data folder is reached. */
export const findAddress = (config: Where): Promise<string> =>
  readFile(fileOf(config), 'utf8').catch(() => config.publicUrl)
