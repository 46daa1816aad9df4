import type { FileAnswer } from '#platform/send-file.ts'
import { drawApart } from './draw-apart.ts'
import type { Register } from './register.ts'

const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** On a thread of its own: thousands of lines take seconds. */
export async function drawRegister(register: Register, format: keyof typeof mediaTypes): Promise<FileAnswer> {
  return {
    body: await drawApart(new URL('./register-worker.ts', import.meta.url), { format, register }),
    mediaType: mediaTypes[format],
    name: `${register.file}.${format}`,
    isInline: false,
  }
}
