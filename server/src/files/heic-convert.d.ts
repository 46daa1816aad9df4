declare module 'heic-convert' {
  // eslint-disable-next-line no-restricted-syntax -- as the package exports it
  export default function convert(options: { buffer: Uint8Array; format: 'JPEG'; quality: number }): Promise<Buffer>
}
