import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

/** Cookies and tokens never get into the log. */
const redact = ['req.headers.cookie', 'req.headers.authorization']

export const createLog = ({ LOG_LEVEL }: Config): Logger => pino({ level: LOG_LEVEL, redact })
