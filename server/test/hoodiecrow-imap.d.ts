declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net'

  type Message = { readonly uid: number; readonly flags: string[] }
  type Folder = { readonly messages: Message[]; uidvalidity: number }
  type ImapServer = {
    readonly server: Server
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
    getMailbox(path: string): Folder
    appendMessage(path: string, flags: string[], date: string | null, raw: string): void
    /** Told of each command's name before it is answered. */
    setCommandHandler(name: string, handler: (...given: never[]) => void): void
  }
  // oxlint-disable-next-line import/no-default-export -- as the package exports it
  export default function hoodiecrow(options: { plugins?: string[] }): ImapServer
}
