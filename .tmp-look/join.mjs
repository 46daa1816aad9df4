import sharp from 'sharp'
const [out, height, ...files] = process.argv.slice(2)
const images = await Promise.all(files.map(async (f) => { const b = await sharp(f).resize({ height: +height, fit: 'inside' }).toBuffer({ resolveWithObject: true }); return b }))
let x = 0
const parts = images.map(({ data, info }) => { const p = { input: data, left: x, top: 0 }; x += info.width + 10; return p })
await sharp({ create: { width: x, height: +height, channels: 3, background: '#888' } }).composite(parts).png().toFile(out)
