declare module 'heic-convert' {
  // oxlint-disable-next-line import/no-default-export -- as the package exports it
  export default function convert(options: { buffer: Uint8Array; format: 'JPEG'; quality: number }): Promise<Buffer>
}
